<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Example</name>
    <message>
        <source>Source: %1. %2.</source>
        <translation>Quelle: %1. %2.</translation>
    </message>
    <message>
        <source>Made by the program; the same seed gives the same numbers.</source>
        <translation>Vom Programm erzeugt; derselbe Startwert ergibt dieselben Zahlen.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>no data is open</source>
        <translation>keine Daten sind geöffnet</translation>
    </message>
    <message>
        <source>%1 reads other columns than the open data has</source>
        <translation>%1 liest andere Spalten, als die geöffneten Daten haben</translation>
    </message>
    <message>
        <source>there is no such sequence</source>
        <translation>diese Sequenz gibt es nicht</translation>
    </message>
    <message>
        <source>its film is of another network</source>
        <translation>sein Film gehört zu einem anderen Netz</translation>
    </message>
    <message>
        <source>A feature is a column of numbers; give a column of words the type “Words as features”, or use it as the target to classify or as an id.</source>
        <translation>Ein Merkmal ist eine Spalte mit Zahlen; geben Sie einer Spalte mit Wörtern den Typ „Wörter als Merkmale“, oder nutzen Sie sie als Zielklasse oder als Kennung.</translation>
    </message>
    <message>
        <source>One feature has to stay; choose another one first.</source>
        <translation>Ein Merkmal muss bleiben; wählen Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>One target has to stay; choose another one first.</source>
        <translation>Ein Ziel muss bleiben; wählen Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>A time cannot be a target; choose a column of numbers, or of labels.</source>
        <translation>Eine Zeit kann kein Ziel sein; wählen Sie eine Spalte mit Zahlen oder Klassennamen.</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>sequence id</source>
        <translation>Sequenzkennung</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>A feature is what the network reads at each step.</source>
        <translation>Ein Merkmal ist, was das Netz in jedem Schritt liest.</translation>
    </message>
    <message>
        <source>The target is what the network learns to predict.</source>
        <translation>Das Ziel ist, was das Netz vorherzusagen lernt.</translation>
    </message>
    <message>
        <source>Rows with one id are one sequence; no window crosses from one to the next.</source>
        <translation>Zeilen mit derselben Kennung bilden eine Sequenz; kein Fenster reicht von einer in die nächste.</translation>
    </message>
    <message>
        <source>The time orders the rows and stands along the axes; the network does not read it.</source>
        <translation>Die Zeit ordnet die Zeilen und steht an den Achsen; das Netz liest sie nicht.</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>This column holds text, not times; choose its time format under “How it was read” first.</source>
        <translation>Diese Spalte enthält Text, keine Zeiten; wählen Sie zuerst ihr Zeitformat unter „Wie gelesen wurde“.</translation>
    </message>
    <message>
        <source>The first column of times orders the rows; give this role to another column instead.</source>
        <translation>Die erste Zeitspalte ordnet die Zeilen; geben Sie diese Rolle stattdessen einer anderen Spalte.</translation>
    </message>
    <message>
        <source>One feature has to stay; choose the ones to keep first.</source>
        <translation>Ein Merkmal muss bleiben; wählen Sie zuerst die, die bleiben sollen.</translation>
    </message>
    <message>
        <source>Not taken as features, since they hold no numbers: %1.</source>
        <translation>Nicht als Merkmale übernommen, weil sie keine Zahlen enthalten: %1.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>a target</source>
        <translation>ein Ziel</translation>
    </message>
    <message>
        <source>From %1%2 of %3</source>
        <translation>Aus %1%2 von %3</translation>
    </message>
    <message>
        <source>the features</source>
        <translation>den Merkmalen</translation>
    </message>
    <message>
        <source>%1, tell which %2 they are.</source>
        <translation>%1: erkennen, welche Klasse von %2 zutrifft.</translation>
    </message>
    <message>
        <source>%1, tell which %2 it will be %3%4 later.</source>
        <translation>%1: erkennen, welche Klasse von %2 %3%4 später zutrifft.</translation>
    </message>
    <message>
        <source>%1, work out %2 at the last row.</source>
        <translation>%1: %2 in der letzten Zeile berechnen.</translation>
    </message>
    <message>
        <source>%1, predict %2 %3%4 ahead.</source>
        <translation>%1: %2 vorhersagen, %3%4 voraus.</translation>
    </message>
    <message>
        <source>%1, predict %2 at once %3 rows ahead.</source>
        <translation>%1: %2 zugleich %3 Zeilen voraus vorhersagen.</translation>
    </message>
    <message>
        <source>it could not be read again</source>
        <translation>sie konnte nicht noch einmal gelesen werden</translation>
    </message>
    <message>
        <source>it is as long as it was, but holds something else</source>
        <translation>sie ist so lang wie zuvor, hat aber anderen Inhalt</translation>
    </message>
    <message>
        <source>it had %1 bytes then and has %2 now</source>
        <translation>sie hatte damals %1 Bytes und hat jetzt %2</translation>
    </message>
    <message>
        <source>The recovered training</source>
        <translation>Das wiederhergestellte Training</translation>
    </message>
    <message>
        <source>From %1 to %2%3. </source>
        <translation>Von %1 bis %2%3. </translation>
    </message>
    <message>
        <source>It can be changed while the training runs.</source>
        <translation>Lässt sich ändern, während das Training läuft.</translation>
    </message>
    <message>
        <source>A change needs new weights: it waits for a reset.</source>
        <translation>Eine Änderung braucht neue Gewichte: Sie wartet auf ein Zurücksetzen.</translation>
    </message>
    <message>
        <source>[All pages](help:%1)</source>
        <translation>[Alle Seiten](help:%1)</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Views and terms</source>
        <translation>Ansichten und Begriffe</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Formelzeichen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>A page for every workspace, view, symbol and setting</source>
        <translation>Eine Seite für jeden Arbeitsbereich, jede Ansicht, jedes Formelzeichen und jede Einstellung</translation>
    </message>
    <message>
        <source>The preferences could not be read and are back at their defaults; the old file is now %1.</source>
        <translation>Die Voreinstellungen ließen sich nicht lesen und stehen wieder auf ihren Anfangswerten; die alte Datei heißt jetzt %1.</translation>
    </message>
    <message>
        <source>Four paths leave</source>
        <translation>Vier Pfade gehen ab</translation>
    </message>
    <message>
        <source>Three paths leave</source>
        <translation>Drei Pfade gehen ab</translation>
    </message>
    <message>
        <source>Two paths leave</source>
        <translation>Zwei Pfade gehen ab</translation>
    </message>
    <message>
        <source>One path leaves</source>
        <translation>Ein Pfad geht ab</translation>
    </message>
    <message>
        <source>%1: the gradient that goes straight along the kept state; it vanishes least.</source>
        <translation>%1: der Gradient, der geradewegs über den behaltenen Zustand läuft; er schwindet am wenigsten.</translation>
    </message>
    <message>
        <source>%1: the gradient through what the candidate read of the old state.</source>
        <translation>%1: der Gradient über das, was der Kandidat vom alten Zustand gelesen hat.</translation>
    </message>
    <message>
        <source>%1: the gradient through the reset gate&apos;s reading of the old state.</source>
        <translation>%1: der Gradient über das, was das Rücksetztor vom alten Zustand gelesen hat.</translation>
    </message>
    <message>
        <source>%1: the gradient through the update gate&apos;s reading of the old state.</source>
        <translation>%1: der Gradient über das, was das Aktualisierungstor vom alten Zustand gelesen hat.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>This sequence has no target: without a loss there is no gradient to follow back.</source>
        <translation>Diese Sequenz hat kein Ziel: Ohne Verlust gibt es keinen Gradienten, der sich zurückverfolgen ließe.</translation>
    </message>
    <message>
        <source>%1: the gate was held in training; it has no weights.</source>
        <translation>%1: Das Tor war im Training festgehalten; es hat keine Gewichte.</translation>
    </message>
    <message>
        <source>The terms added up: what the function is applied to.</source>
        <translation>Die Summe der Terme: darauf wird die Funktion angewandt.</translation>
    </message>
    <message>
        <source>U_n s: recurrent weights of the candidate times what the reset gate lets through.</source>
        <translation>U_n s: rekurrente Gewichte des Kandidaten mal das, was das Rücksetztor durchlässt.</translation>
    </message>
    <message>
        <source>%1: input weights times the input of this step.</source>
        <translation>%1: Eingabegewichte mal die Eingabe dieses Schritts.</translation>
    </message>
    <message>
        <source>%1: recurrent weights times the state before this step.</source>
        <translation>%1: rekurrente Gewichte mal den Zustand vor diesem Schritt.</translation>
    </message>
    <message>
        <source>%1: the input bias, the same at every step.</source>
        <translation>%1: der Bias der Eingabe, in jedem Schritt gleich.</translation>
    </message>
    <message>
        <source>%1: the recurrent bias, the same at every step.</source>
        <translation>%1: der rekurrente Bias, in jedem Schritt gleich.</translation>
    </message>
    <message>
        <source>r ⊙ u: the recurrent part of the candidate, as far as the reset gate lets it through.</source>
        <translation>r ⊙ u: der rekurrente Teil des Kandidaten, soweit das Rücksetztor ihn durchlässt.</translation>
    </message>
    <message>
        <source>r ⊙ h: the old state, as far as the reset gate lets it through.</source>
        <translation>r ⊙ h: der alte Zustand, soweit das Rücksetztor ihn durchlässt.</translation>
    </message>
    <message>
        <source>u: the recurrent part of the candidate, before the reset gate.</source>
        <translation>u: der rekurrente Teil des Kandidaten, vor dem Rücksetztor.</translation>
    </message>
    <message>
        <source>s: the old state after the reset gate.</source>
        <translation>s: der alte Zustand nach dem Rücksetztor.</translation>
    </message>
    <message>
        <source>%1: the share of the candidate that is taken.</source>
        <translation>%1: der Anteil des Kandidaten, der übernommen wird.</translation>
    </message>
    <message>
        <source>%1: the share of the old state that is kept.</source>
        <translation>%1: der Anteil des alten Zustands, der behalten wird.</translation>
    </message>
    <message>
        <source>recomputed − stored = %1 (largest over %2 units)</source>
        <translation>nachgerechnet − gespeichert = %1 (größter Wert über %2 Einheiten)</translation>
    </message>
    <message>
        <source>held at %1; its equation gives %2</source>
        <translation>festgehalten auf %1; die Gleichung ergibt %2</translation>
    </message>
    <message>
        <source> · untouched %1 = %2</source>
        <translation> · unberührt %1 = %2</translation>
    </message>
    <message>
        <source>hold %1 everywhere</source>
        <translation>%1 überall festhalten</translation>
    </message>
    <message>
        <source>hold %1 of layer %2</source>
        <translation>%1 in Schicht %2 festhalten</translation>
    </message>
    <message>
        <source>hold %1 of unit %2 in layer %3</source>
        <translation>%1 der Einheit %2 in Schicht %3 festhalten</translation>
    </message>
    <message>
        <source>silence unit %1 in layer %2</source>
        <translation>Einheit %1 in Schicht %2 stummschalten</translation>
    </message>
    <message>
        <source>set input %1 at step %2</source>
        <translation>Eingabe %1 in Schritt %2 setzen</translation>
    </message>
    <message>
        <source>set the state of unit %1 in layer %2 at step %3</source>
        <translation>Zustand der Einheit %1 in Schicht %2 in Schritt %3 setzen</translation>
    </message>
    <message>
        <source>layer %1 · step %2 · unit %3</source>
        <translation>Schicht %1 · Schritt %2 · Einheit %3</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>forecast %1 (%2)</source>
        <translation>Vorhersage %1 (%2)</translation>
    </message>
    <message>
        <source>%1forecast %2</source>
        <translation>%1Vorhersage %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Points are coloured by their step, from the first to the last.</source>
        <translation>Die Punkte sind nach ihrem Schritt gefärbt, vom ersten bis zum letzten.</translation>
    </message>
    <message>
        <source>%1 of the sequence</source>
        <translation>%1 der Sequenz</translation>
    </message>
    <message>
        <source>Points are coloured by %1 at their step, as the data has it.</source>
        <translation>Die Punkte sind nach %1 in ihrem Schritt gefärbt, wie es in den Daten steht.</translation>
    </message>
    <message>
        <source>This data has one target a sequence: all its points have its colour.</source>
        <translation>Diese Daten haben ein Ziel je Sequenz: Alle Punkte tragen dessen Farbe.</translation>
    </message>
    <message>
        <source>best weights, of epoch %1</source>
        <translation>beste Gewichte, aus Epoche %1</translation>
    </message>
    <message>
        <source>weights before any training</source>
        <translation>Gewichte vor jedem Training</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>The step limit is reached: raise it, or reset (R).</source>
        <translation>Die Höchstzahl der Schritte ist erreicht: erhöhen oder zurücksetzen (R).</translation>
    </message>
    <message>
        <source>All epochs are done: raise their number, or reset (R).</source>
        <translation>Alle Epochen sind durchlaufen: ihre Zahl erhöhen oder zurücksetzen (R).</translation>
    </message>
    <message>
        <source>It stopped early: raise the patience of early stopping, or reset (R).</source>
        <translation>Das Training wurde früh beendet: die Geduld des frühen Stopps erhöhen oder zurücksetzen (R).</translation>
    </message>
    <message>
        <source>Unsaved training</source>
        <translation>Nicht gespeichertes Training</translation>
    </message>
    <message>
        <source>Save the training before closing?</source>
        <translation>Das Training vor dem Schließen speichern?</translation>
    </message>
    <message>
        <source>%1: its weights are in no file of yours yet. Without saving, the run stays on the shelf in Compare until newer runs take its place.</source>
        <translation>%1: Die Gewichte stehen noch in keiner Ihrer Dateien. Ohne Speichern bleibt der Lauf auf der Ablage unter Vergleichen, bis neuere Läufe seinen Platz einnehmen.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Saves the session to a file, then closes.</source>
        <translation>Speichert die Sitzung in eine Datei und schließt dann.</translation>
    </message>
    <message>
        <source>Closes; the run is on the shelf in Compare at the next start.</source>
        <translation>Schließt; der Lauf liegt beim nächsten Start auf der Ablage unter Vergleichen.</translation>
    </message>
    <message>
        <source>Stays open and goes on.</source>
        <translation>Bleibt geöffnet und macht weiter.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>What this training takes, of %1 that are free now. Numbers of 4 bytes.</source>
        <translation>Was dieses Training von den %1 belegt, die jetzt frei sind. Zahlen zu 4 Bytes.</translation>
    </message>
    <message>
        <source>, without biases.</source>
        <translation>, ohne Bias.</translation>
    </message>
    <message>
        <source>, with two biases each (b and d).</source>
        <translation>, mit je zwei Bias-Werten (b und d).</translation>
    </message>
    <message>
        <source>, with one bias each.</source>
        <translation>, mit je einem Bias.</translation>
    </message>
    <message>
        <source>layer 1</source>
        <translation>Schicht 1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>layers 2–%1</source>
        <translation>Schichten 2–%1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>%1 outputs, each a weighted sum of the %2 last states and a bias.</source>
        <translation>%1 Ausgaben, jede eine gewichtete Summe der %2 letzten Zustände mit einem Bias.</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>All numbers that training changes.</source>
        <translation>Alle Zahlen, die das Training verändert.</translation>
    </message>
    <message>
        <source>mean %1 · saturated %2 %</source>
        <translation>Mittel %1 · gesättigt %2 %</translation>
    </message>
    <message>
        <source>layer %1 · log₁₀ ‖δ‖, an epoch a row</source>
        <translation>Schicht %1 · log₁₀ ‖δ‖, je Epoche eine Zeile</translation>
    </message>
    <message>
        <source>truncated:
no gradient goes
back to here</source>
        <translation>abgeschnitten:
hierher gelangt
kein Gradient</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritten</translation>
    </message>
    <message>
        <source>to beat: %1</source>
        <translation>zu schlagen: %1</translation>
    </message>
    <message>
        <source>lowest possible:</source>
        <translation>kleinstmöglich:</translation>
    </message>
    <message>
        <source>lowest possible: 0</source>
        <translation>kleinstmöglich: 0</translation>
    </message>
    <message>
        <source>views: batch %1</source>
        <translation>Ansichten: Batch %1</translation>
    </message>
    <message>
        <source>after epoch %1</source>
        <translation>nach Epoche %1</translation>
    </message>
    <message>
        <source>epoch %1, batch %2</source>
        <translation>Epoche %1, Batch %2</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Picture (*.png);;Vector picture (*.svg);;Document (*.pdf);;Numbers (*.csv)</source>
        <translation>Bild (*.png);;Vektorbild (*.svg);;Dokument (*.pdf);;Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>horizontal axis</source>
        <translation>waagerechte Achse</translation>
    </message>
    <message>
        <source>vertical axis</source>
        <translation>senkrechte Achse</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Das Programm</translation>
    </message>
    <message>
        <source>∂loss/∂h through this cell = %1</source>
        <translation>∂Verlust/∂h durch diese Zelle = %1</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>Sattelpunkt</translation>
    </message>
    <message>
        <source>repeller</source>
        <translation>Repeller</translation>
    </message>
    <message>
        <source>Eigenvalues of ∂F/∂h, largest first: %1</source>
        <translation>Eigenwerte von ∂F/∂h, der größte zuerst: %1</translation>
    </message>
    <message>
        <source>target %1, %2</source>
        <translation>Ziel %1, %2</translation>
    </message>
    <message>
        <source>%1target %2, forecast %3</source>
        <translation>%1Ziel %2, Vorhersage %3</translation>
    </message>
    <message>
        <source>Two gates and the candidate of %1 units, each reading %2 and %1 states</source>
        <translation>Zwei Tore und der Kandidat von %1 Einheiten, die jeweils %2 und %1 Zustände lesen</translation>
    </message>
    <message>
        <source>One gate and the candidate (the other gate is held) of %1 units, each reading %2 and %1 states</source>
        <translation>Ein Tor und der Kandidat (das andere Tor ist festgehalten) von %1 Einheiten, die jeweils %2 und %1 Zustände lesen</translation>
    </message>
    <message>
        <source>The candidate alone (both gates are held) of %1 units, reading %2 and %1 states</source>
        <translation>Nur der Kandidat (beide Tore sind festgehalten) von %1 Einheiten; er liest %2 und %1 Zustände</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 Eingabe</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 Eingaben</translation>
    </message>
    <message>
        <source>Dropout lies between layers: with one layer there is no place for it.</source>
        <translation>Dropout liegt zwischen den Schichten: Bei nur einer Schicht ist kein Platz dafür.</translation>
    </message>
    <message>
        <source>learning rate changed</source>
        <translation>Lernrate geändert</translation>
    </message>
    <message>
        <source>learning rate %1 → %2</source>
        <translation>Lernrate %1 → %2</translation>
    </message>
    <message>
        <source>current weights, epoch %1, batch %2 overall</source>
        <translation>aktuelle Gewichte, Epoche %1, Batch %2 insgesamt</translation>
    </message>
</context>
<context>
    <name>TypeMenu</name>
    <message>
        <source>Recognise the type</source>
        <translation>Typ erkennen</translation>
    </message>
    <message>
        <source>The type is worked out from all rows.</source>
        <translation>Der Typ ergibt sich aus allen Zeilen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>A percent or currency sign is taken off; cells that are no numbers are counted and named.</source>
        <translation>Ein Prozent- oder Währungszeichen wird abgetrennt; Zellen, die keine Zahlen sind, werden gezählt und genannt.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Cells are words, such as labels or ids.</source>
        <translation>Die Zellen sind Wörter, etwa Klassennamen oder Kennungen.</translation>
    </message>
    <message>
        <source>Words as features</source>
        <translation>Wörter als Merkmale</translation>
    </message>
    <message>
        <source>Each word becomes a feature: 1 in the rows that hold it and 0 in the others.</source>
        <translation>Jedes Wort wird ein Merkmal: 1 in den Zeilen, die es enthalten, und 0 in den anderen.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Cells are dates or times, written as the time format says.</source>
        <translation>Die Zellen sind Datums- oder Zeitangaben, geschrieben wie im Zeitformat.</translation>
    </message>
    <message>
        <source>Leave the column out</source>
        <translation>Spalte weglassen</translation>
    </message>
    <message>
        <source>The column is not read at all and takes no memory.</source>
        <translation>Die Spalte wird gar nicht gelesen und belegt keinen Speicher.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What the network reads at a step: the features, scaled.</source>
        <translation>Was das Netz in einem Schritt liest: die Merkmale, skaliert.</translation>
    </message>
    <message>
        <source>reset gate</source>
        <translation>Rücksetztor</translation>
    </message>
    <message>
        <source>How much of the old state the candidate may see: 0 none, 1 all of it.</source>
        <translation>Wie viel vom alten Zustand der Kandidat sehen darf: 0 nichts, 1 alles.</translation>
    </message>
    <message>
        <source>update gate</source>
        <translation>Aktualisierungstor</translation>
    </message>
    <message>
        <source>Mixes the old state and the candidate: reset-after, 1 keeps the old and 0 takes the new; reset-before, the reverse.</source>
        <translation>Mischt alten Zustand und Kandidat: Bei reset-after behält 1 das Alte und 0 nimmt das Neue; bei reset-before ist es umgekehrt.</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>The new content a unit proposes, between −1 and 1.</source>
        <translation>Der neue Inhalt, den eine Einheit vorschlägt, zwischen −1 und 1.</translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation>verdeckter Zustand</translation>
    </message>
    <message>
        <source>What a unit remembers after a step, between −1 and 1.</source>
        <translation>Was sich eine Einheit nach einem Schritt merkt, zwischen −1 und 1.</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>How strongly the loss depends on a hidden state: ∂loss/∂h.</source>
        <translation>Wie stark der Verlust von einem verdeckten Zustand abhängt: ∂Verlust/∂h.</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>The error on the batches the network learns from.</source>
        <translation>Der Fehler auf den Batches, aus denen das Netz lernt.</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>The error on sequences the network never learns from.</source>
        <translation>Der Fehler auf Sequenzen, aus denen das Netz nie lernt.</translation>
    </message>
    <message>
        <source>persistence</source>
        <translation>Persistenz</translation>
    </message>
    <message>
        <source>The naive forecast that repeats the last value: a model has to beat it.</source>
        <translation>Die naive Vorhersage, die den letzten Wert wiederholt: Ein Modell muss sie schlagen.</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>What the network should predict.</source>
        <translation>Was das Netz vorhersagen soll.</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>What the network predicts.</source>
        <translation>Was das Netz vorhersagt.</translation>
    </message>
    <message>
        <source>free run</source>
        <translation>Freilauf</translation>
    </message>
    <message>
        <source>Forecasts that were fed back as inputs, row after row.</source>
        <translation>Vorhersagen, die Zeile um Zeile wieder als Eingabe dienten.</translation>
    </message>
    <message>
        <source>future</source>
        <translation>Zukunft</translation>
    </message>
    <message>
        <source>What the network says of the rows after the last one that is known.</source>
        <translation>Was das Netz über die Zeilen nach der letzten bekannten sagt.</translation>
    </message>
    <message>
        <source>layer %9</source>
        <translation>Schicht %9</translation>
    </message>
    <message>
        <source>unit %9</source>
        <translation>Einheit %9</translation>
    </message>
    <message>
        <source>Unit %9</source>
        <translation>Einheit %9</translation>
    </message>
    <message>
        <source>Layer %9</source>
        <translation>Schicht %9</translation>
    </message>
    <message>
        <source>output %9</source>
        <translation>Ausgabe %9</translation>
    </message>
    <message>
        <source>unit %8 of layer %9</source>
        <translation>Einheit %8 von Schicht %9</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%9 rows</source>
        <translation>%9 Zeilen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%9 days</source>
        <translation>%9 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%9 hours</source>
        <translation>%9 Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%9 minutes</source>
        <translation>%9 Minuten</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>%9 months</source>
        <translation>%9 Monate</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>%9 years</source>
        <translation>%9 Jahre</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>%9 weeks</source>
        <translation>%9 Wochen</translation>
    </message>
    <message>
        <source>1 business day</source>
        <translation>1 Werktag</translation>
    </message>
    <message>
        <source>%9 business days</source>
        <translation>%9 Werktage</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%9 steps</source>
        <translation>%9 Schritte</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>%9 layers</source>
        <translation>%9 Schichten</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1 Sequenz</translation>
    </message>
    <message>
        <source>%9 sequences</source>
        <translation>%9 Sequenzen</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message>
        <source>%9 units</source>
        <translation>%9 Einheiten</translation>
    </message>
    <message>
        <source>1 weight</source>
        <translation>1 Gewicht</translation>
    </message>
    <message>
        <source>%9 weights</source>
        <translation>%9 Gewichte</translation>
    </message>
    <message>
        <source>1 shard</source>
        <translation>1 Scheibe</translation>
    </message>
    <message>
        <source>%9 shards</source>
        <translation>%9 Scheiben</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message>
        <source>%9 windows</source>
        <translation>%9 Fenster</translation>
    </message>
    <message>
        <source>less than a step</source>
        <translation>weniger als ein Schritt</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>“%1” in Data</source>
        <translation>„%1“ in Daten</translation>
    </message>
    <message>
        <source>“%1” in Train</source>
        <translation>„%1“ in Training</translation>
    </message>
    <message>
        <source>The next step begins with a batch of sequences.</source>
        <translation>Der nächste Schritt beginnt mit einem Batch von Sequenzen.</translation>
    </message>
    <message>
        <source>%1 of %2 pass through %3 of %4; the head reads the last state of the top layer.</source>
        <translation>%1 zu je %2 laufen durch das Netz (%3, je %4); die Ausgabeschicht liest den letzten Zustand der obersten Schicht.</translation>
    </message>
    <message>
        <source>%1 over %2 is %3.</source>
        <translation>%1 über %2: %3.</translation>
    </message>
    <message>
        <source>From step %1 back to step %2, through %3; the gradient of all %4 has a norm of %5.</source>
        <translation>Von Schritt %1 zurück bis Schritt %2, Tiefe: %3; der Gradient des ganzen Netzes (%4) hat die Norm %5.</translation>
    </message>
    <message>
        <source>From step %1 back to step %2 (truncated), through %3; the gradient of all %4 has a norm of %5.</source>
        <translation>Von Schritt %1 zurück bis Schritt %2 (abgeschnitten), Tiefe: %3; der Gradient des ganzen Netzes (%4) hat die Norm %5.</translation>
    </message>
    <message>
        <source>Clipping is off: the gradient stays as it is.</source>
        <translation>Das Begrenzen ist aus: Der Gradient bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The gradient is cut to %1: its norm falls from %2 to %3.</source>
        <translation>Der Gradient wird auf %1 gekürzt: Seine Norm sinkt von %2 auf %3.</translation>
    </message>
    <message>
        <source>The gradient is within %1 and stays as it is.</source>
        <translation>Der Gradient überschreitet %1 nicht und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>the norm&apos;s limit of %1</source>
        <translation>die Höchstnorm %1</translation>
    </message>
    <message>
        <source>the limit of %1 for each element</source>
        <translation>den Höchstbetrag %1 je Element</translation>
    </message>
    <message>
        <source>%1 moves every weight with learning rate %2.</source>
        <translation>%1 bewegt jedes Gewicht mit der Lernrate %2.</translation>
    </message>
    <message>
        <source>%1 moves every weight with learning rate %2, by %3 % of the weights&apos; own size.</source>
        <translation>%1 bewegt jedes Gewicht mit der Lernrate %2, um %3 % der eigenen Größe der Gewichte.</translation>
    </message>
    <message>
        <source>On the training part</source>
        <translation>Im Trainingsteil</translation>
    </message>
    <message>
        <source>On the validation part</source>
        <translation>Im Validierungsteil</translation>
    </message>
    <message>
        <source>On the test part</source>
        <translation>Im Testteil</translation>
    </message>
    <message>
        <source>Over all rows</source>
        <translation>Über alle Zeilen</translation>
    </message>
    <message>
        <source>%1 the baseline &quot;%2&quot; makes no error at all, and the network an RMSE of %3: there is nothing to learn here. Use the baseline, or another target.</source>
        <translation>%1 macht die Baseline „%2“ gar keinen Fehler, das Netz dagegen einen RMSE von %3: Hier gibt es nichts zu lernen. Nehmen Sie die Baseline oder ein anderes Ziel.</translation>
    </message>
    <message>
        <source>%1 the baseline &quot;%2&quot; is ahead of the network: RMSE %3 against %4, skill %5. Use the baseline, or give the network a longer window, other features or more training.</source>
        <translation>%1 liegt die Baseline „%2“ vor dem Netz: RMSE %3 gegen %4, Skill %5. Nehmen Sie die Baseline, oder geben Sie dem Netz ein längeres Fenster, andere Merkmale oder mehr Training.</translation>
    </message>
    <message>
        <source>%1 the baseline &quot;%2&quot; is ahead of the network: cross-entropy %3 against %4, skill %5. Use the baseline, or give the network a longer window, other features or more training.</source>
        <translation>%1 liegt die Baseline „%2“ vor dem Netz: Kreuzentropie %3 gegen %4, Skill %5. Nehmen Sie die Baseline, oder geben Sie dem Netz ein längeres Fenster, andere Merkmale oder mehr Training.</translation>
    </message>
    <message>
        <source>%1 the network is ahead of every baseline: RMSE %2 against %3 of the best, &quot;%4&quot; (skill %5, with 95 % confidence %6 to %7).</source>
        <translation>%1 liegt das Netz vor jeder Baseline: RMSE %2 gegen %3 der besten, „%4“ (Skill %5, mit 95 % Sicherheit %6 bis %7).</translation>
    </message>
    <message>
        <source>%1 the network is ahead of every baseline: cross-entropy %2 against %3 of the best, &quot;%4&quot; (skill %5, with 95 % confidence %6 to %7).</source>
        <translation>%1 liegt das Netz vor jeder Baseline: Kreuzentropie %2 gegen %3 der besten, „%4“ (Skill %5, mit 95 % Sicherheit %6 bis %7).</translation>
    </message>
    <message>
        <source>%1 the forecast mostly repeats what was last seen: it is more like the target %2 earlier (correlation %3) than its own (%4); skill against the last value %5. Train it on the change since the last row (%6), or take it that little more can be known.</source>
        <translation>%1 wiederholt die Vorhersage im Wesentlichen das zuletzt Gesehene: Sie gleicht dem Ziel %2 früher (Korrelation %3) mehr als ihrem eigenen (%4); Skill gegen den letzten Wert %5. Trainieren Sie auf die Änderung seit der letzten Zeile (%6), oder nehmen Sie hin, dass sich kaum mehr wissen lässt.</translation>
    </message>
    <message>
        <source>%1 the forecast mostly repeats what was last seen: it is more like the target %2 earlier (correlation %3) than its own (%4); skill against the last value %5. It is trained on the change since the last row already: without other features, little more may be known.</source>
        <translation>%1 wiederholt die Vorhersage im Wesentlichen das zuletzt Gesehene: Sie gleicht dem Ziel %2 früher (Korrelation %3) mehr als ihrem eigenen (%4); Skill gegen den letzten Wert %5. Trainiert wird bereits auf die Änderung seit der letzten Zeile: Ohne andere Merkmale lässt sich vielleicht kaum mehr wissen.</translation>
    </message>
    <message>
        <source>%1 a season is left in the errors: they are like those %2 rows earlier (autocorrelation %3, bound %4). The window holds a whole season already: more training or more units, or features of the calendar (%5), let the network use it.</source>
        <translation>%1 steckt noch eine Saison in den Fehlern: Sie gleichen denen von vor %2 Zeilen (Autokorrelation %3, Schranke %4). Das Fenster umfasst bereits eine ganze Saison: Mehr Training, mehr Einheiten oder Kalendermerkmale (%5) machen sie dem Netz nutzbar.</translation>
    </message>
    <message>
        <source>%1 a season is left in the errors: they are like those %2 rows earlier (autocorrelation %3, bound %4). A window that reaches back a whole season (%5), or features of the calendar (%6), let the network see it.</source>
        <translation>%1 steckt noch eine Saison in den Fehlern: Sie gleichen denen von vor %2 Zeilen (Autokorrelation %3, Schranke %4). Ein Fenster, das eine ganze Saison zurückreicht (%5), oder Kalendermerkmale (%6) machen sie dem Netz sichtbar.</translation>
    </message>
    <message>
        <source>The validation part is unlike the training part: %1 of its targets lie outside the range seen in training, and its mean is %2 standard deviations lower. What is learned is the change since the last row, which carries over better than the value.</source>
        <translation>Der Validierungsteil ist anders als der Trainingsteil: %1 seiner Ziele liegen außerhalb des im Training gesehenen Bereichs, und sein Mittel liegt %2 Standardabweichungen tiefer. Gelernt wird die Änderung seit der letzten Zeile, die sich besser überträgt als der Wert.</translation>
    </message>
    <message>
        <source>The validation part is unlike the training part: %1 of its targets lie outside the range seen in training, and its mean is %2 standard deviations higher. What is learned is the change since the last row, which carries over better than the value.</source>
        <translation>Der Validierungsteil ist anders als der Trainingsteil: %1 seiner Ziele liegen außerhalb des im Training gesehenen Bereichs, und sein Mittel liegt %2 Standardabweichungen höher. Gelernt wird die Änderung seit der letzten Zeile, die sich besser überträgt als der Wert.</translation>
    </message>
    <message>
        <source>The validation part is unlike the training part: %1 of its targets lie outside the range seen in training, and its mean is %2 standard deviations lower. Training on the change since the last row (%3) often carries over better.</source>
        <translation>Der Validierungsteil ist anders als der Trainingsteil: %1 seiner Ziele liegen außerhalb des im Training gesehenen Bereichs, und sein Mittel liegt %2 Standardabweichungen tiefer. Auf die Änderung seit der letzten Zeile zu trainieren (%3) überträgt sich oft besser.</translation>
    </message>
    <message>
        <source>The validation part is unlike the training part: %1 of its targets lie outside the range seen in training, and its mean is %2 standard deviations higher. Training on the change since the last row (%3) often carries over better.</source>
        <translation>Der Validierungsteil ist anders als der Trainingsteil: %1 seiner Ziele liegen außerhalb des im Training gesehenen Bereichs, und sein Mittel liegt %2 Standardabweichungen höher. Auf die Änderung seit der letzten Zeile zu trainieren (%3) überträgt sich oft besser.</translation>
    </message>
    <message>
        <source>The validation loss was best after epoch %1 (%2) and rose to %3 by epoch %4, while the training loss fell: the network learns the training part by heart. The best epoch&apos;s weights are the ones judged here; fewer units would help.</source>
        <translation>Der Validierungsverlust war nach Epoche %1 am kleinsten (%2) und stieg auf %3 bis Epoche %4, während der Trainingsverlust fiel: Das Netz lernt den Trainingsteil auswendig. Beurteilt werden hier die Gewichte der besten Epoche; weniger Einheiten würden helfen.</translation>
    </message>
    <message>
        <source>The validation loss was best after epoch %1 (%2) and rose to %3 by epoch %4, while the training loss fell: the network learns the training part by heart. Early stopping (%5) keeps the best weights; fewer units help too.</source>
        <translation>Der Validierungsverlust war nach Epoche %1 am kleinsten (%2) und stieg auf %3 bis Epoche %4, während der Trainingsverlust fiel: Das Netz lernt den Trainingsteil auswendig. Ein früher Stopp (%5) behält die besten Gewichte; auch weniger Einheiten helfen.</translation>
    </message>
    <message>
        <source>%1 the network is no better than always telling the mean of the training part (RMSE %2 against %3). A higher learning rate, more epochs, or features that know something of the target are worth a try.</source>
        <translation>%1 ist das Netz nicht besser, als immer das Mittel des Trainingsteils zu nennen (RMSE %2 gegen %3). Eine größere Lernrate, mehr Epochen oder Merkmale, die etwas über das Ziel wissen, sind einen Versuch wert.</translation>
    </message>
    <message>
        <source>%1 the network is no better than always telling the classes&apos; shares of the training part (cross-entropy %2 against %3). A higher learning rate, more epochs, or features that know something of the target are worth a try.</source>
        <translation>%1 ist das Netz nicht besser, als immer die Klassenanteile des Trainingsteils zu nennen (Kreuzentropie %2 gegen %3). Eine größere Lernrate, mehr Epochen oder Merkmale, die etwas über das Ziel wissen, sind einen Versuch wert.</translation>
    </message>
    <message>
        <source>%1, with %2, the skill of %3 cannot be told from chance: too few to tell whether the network or the baseline &quot;%4&quot; is better. Use more rows, or compare them over several origins (backtest).</source>
        <translation>%1 lässt sich (%2) der Skill von %3 nicht vom Zufall unterscheiden: zu wenig, um zu sagen, ob das Netz oder die Baseline „%4“ besser ist. Nehmen Sie mehr Zeilen, oder vergleichen Sie an mehreren Startpunkten (Rückschau-Test).</translation>
    </message>
    <message>
        <source>%1, with %2, the skill of %3 may as well be anything from %4 to %5: too few to tell whether the network or the baseline &quot;%6&quot; is better. Use more rows, or compare them over several origins (backtest).</source>
        <translation>%1 kann (%2) der Skill von %3 ebenso gut irgendetwas zwischen %4 und %5 sein: zu wenig, um zu sagen, ob das Netz oder die Baseline „%6“ besser ist. Nehmen Sie mehr Zeilen, oder vergleichen Sie an mehreren Startpunkten (Rückschau-Test).</translation>
    </message>
    <message>
        <source>Leakage: windows were shuffled before the split, so that those of all parts overlap. Scores on validation and test look better than they are; switch it off.</source>
        <translation>Datenleck: Die Fenster wurden vor der Aufteilung gemischt, sodass sich die Fenster aller Teile überlappen. Validierung und Test sehen besser aus, als sie sind; schalten Sie es aus.</translation>
    </message>
    <message>
        <source>Leakage: the scaling has seen the validation and test rows. Scores on validation and test look better than they are; switch it off.</source>
        <translation>Datenleck: Die Skalierung hat die Zeilen von Validierung und Test gesehen. Validierung und Test sehen besser aus, als sie sind; schalten Sie es aus.</translation>
    </message>
    <message>
        <source>The %1 interval is missing: %2.</source>
        <translation>Das %1-Intervall fehlt: %2.</translation>
    </message>
    <message>
        <source>The %1 interval is as wide as the errors on the validation part were.</source>
        <translation>Das %1-Intervall ist so breit, wie die Fehler im Validierungsteil waren.</translation>
    </message>
    <message>
        <source>It holds %1 of the test part&apos;s targets.</source>
        <translation>Es enthält %1 der Ziele des Testteils.</translation>
    </message>
    <message>
        <source>It holds %1 of the targets.</source>
        <translation>Es enthält %1 der Ziele.</translation>
    </message>
    <message>
        <source>The free run takes the observed values of %1, which in the unknown it would not have; only the target is fed back.</source>
        <translation>Der Freilauf nimmt die beobachteten Werte von %1, die er im Unbekannten nicht hätte; zurückgeführt wird nur das Ziel.</translation>
    </message>
    <message>
        <source>No future: %1.</source>
        <translation>Keine Zukunft: %1.</translation>
    </message>
    <message>
        <source>The future ends with the network&apos;s own horizons: %1.</source>
        <translation>Die Zukunft endet mit den eigenen Horizonten des Netzes: %1.</translation>
    </message>
    <message>
        <source>%1 takes the candidate whole (n = %2): its update gate is held at %3, so nothing of the old state is kept.</source>
        <translation>%1 übernimmt den Kandidaten ganz (n = %2): Ihr Aktualisierungstor ist auf %3 festgehalten, also bleibt vom alten Zustand nichts.</translation>
    </message>
    <message>
        <source>%1 keeps %2 of its old state (z = %3) and takes %4 of the candidate (n = %5).</source>
        <translation>%1 behält %2 ihres alten Zustands (z = %3) und übernimmt %4 vom Kandidaten (n = %5).</translation>
    </message>
    <message>
        <source>Its state goes from %1 to %2; what it knows of earlier steps came through the candidate.</source>
        <translation>Ihr Zustand geht von %1 zu %2; was er von früheren Schritten weiß, kam über den Kandidaten.</translation>
    </message>
    <message>
        <source>Its state goes from %1 to %2; with this gate what it carries along would never fade.</source>
        <translation>Ihr Zustand geht von %1 zu %2; mit diesem Tor würde das Mitgeführte nie verblassen.</translation>
    </message>
    <message>
        <source>Its state goes from %1 to %2; with this gate nothing of it is carried along.</source>
        <translation>Ihr Zustand geht von %1 zu %2; mit diesem Tor wird nichts davon mitgeführt.</translation>
    </message>
    <message>
        <source>Its state goes from %1 to %2; with this gate half of what it carries along would be left after %3 steps.</source>
        <translation>Ihr Zustand geht von %1 zu %2; mit diesem Tor wäre nach %3 Schritten noch die Hälfte des Mitgeführten übrig.</translation>
    </message>
    <message>
        <source>Its candidate sees all that the old states tell it: the reset gate is held at 1.</source>
        <translation>Ihr Kandidat sieht alles, was die alten Zustände ihm sagen: Das Rücksetztor ist auf 1 festgehalten.</translation>
    </message>
    <message>
        <source>Its candidate sees %1 of what the old states tell it (r = %2).</source>
        <translation>Ihr Kandidat sieht %1 von dem, was die alten Zustände ihm sagen (r = %2).</translation>
    </message>
    <message>
        <source>Of its own old state the candidates see %1 (r = %2).</source>
        <translation>Von ihrem eigenen alten Zustand sehen die Kandidaten %1 (r = %2).</translation>
    </message>
    <message>
        <source>%1 pushes the candidate&apos;s sum by %2, most of all through %3 (%4).</source>
        <translation>%1 verschiebt die Summe des Kandidaten um %2, am meisten über %3 (%4).</translation>
    </message>
    <message>
        <source>%1 pushes the candidate&apos;s sum by %2.</source>
        <translation>%1 verschiebt die Summe des Kandidaten um %2.</translation>
    </message>
    <message>
        <source>The old states push it by %1, most of all through %2 (%3).</source>
        <translation>Die alten Zustände verschieben sie um %1, am meisten über %2 (%3).</translation>
    </message>
    <message>
        <source>The old states push it by %1.</source>
        <translation>Die alten Zustände verschieben sie um %1.</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>Die Eingabe</translation>
    </message>
    <message>
        <source>%1 does not move.</source>
        <translation>%1 bewegt sich nicht.</translation>
    </message>
    <message>
        <source>%1 does not move; the loss stays at %2.</source>
        <translation>%1 bewegt sich nicht; der Verlust bleibt bei %2.</translation>
    </message>
    <message>
        <source>%1 moves from %2 to %3 (%4).</source>
        <translation>%1 geht von %2 auf %3 (%4).</translation>
    </message>
    <message>
        <source>%1 moves from %2 to %3 (%4); the loss stays at %5.</source>
        <translation>%1 geht von %2 auf %3 (%4); der Verlust bleibt bei %5.</translation>
    </message>
    <message>
        <source>%1 moves from %2 to %3 (%4); the loss rises from %5 to %6.</source>
        <translation>%1 geht von %2 auf %3 (%4); der Verlust steigt von %5 auf %6.</translation>
    </message>
    <message>
        <source>%1 moves from %2 to %3 (%4); the loss falls from %5 to %6.</source>
        <translation>%1 geht von %2 auf %3 (%4); der Verlust fällt von %5 auf %6.</translation>
    </message>
    <message>
        <source>Nothing is passed back to the step before: no gradient arrives here.</source>
        <translation>Zum Schritt davor wird nichts weitergegeben: Hier kommt kein Gradient an.</translation>
    </message>
    <message>
        <source>All that this step passes back goes through the candidate: both gates are held, so there is no straight way.</source>
        <translation>Alles, was dieser Schritt zurückgibt, läuft über den Kandidaten: Beide Tore sind festgehalten, also gibt es keinen geraden Weg.</translation>
    </message>
    <message>
        <source>Of what this step passes back, %1 goes through the candidate, %2 through r. The update gate is held, so nothing goes straight on and nothing through z.</source>
        <translation>Von dem, was dieser Schritt zurückgibt, läuft %1 über den Kandidaten, %2 über r. Das Aktualisierungstor ist festgehalten, also geht nichts geradeaus und nichts über z.</translation>
    </message>
    <message>
        <source>Of what this step passes back, %1 goes straight on (× %2), %3 through the candidate, %4 through z, %5 through r.</source>
        <translation>Von dem, was dieser Schritt zurückgibt, läuft %1 geradeaus (× %2), %3 über den Kandidaten, %4 über z, %5 über r.</translation>
    </message>
    <message>
        <source>Of what this step passes back, %1 goes straight on (× %2), %3 through the candidate, %4 through z; the reset gate is held at 1, so nothing through r.</source>
        <translation>Von dem, was dieser Schritt zurückgibt, läuft %1 geradeaus (× %2), %3 über den Kandidaten, %4 über z; das Rücksetztor ist auf 1 festgehalten, also nichts über r.</translation>
    </message>
    <message>
        <source>On the straight way it meets no weight and no tanh: there it can last.</source>
        <translation>Auf dem geraden Weg trifft er weder Gewicht noch tanh: Dort kann er überdauern.</translation>
    </message>
    <message>
        <source>Nothing of the last step&apos;s gradient arrives %1 steps back.</source>
        <translation>Vom Gradienten des letzten Schritts kommt %1 Schritte zuvor nichts an.</translation>
    </message>
    <message>
        <source>Of the last step&apos;s gradient %1 is left %2 steps back: on average each step keeps %3 of it.</source>
        <translation>Vom Gradienten des letzten Schritts ist %2 Schritte zuvor noch %1 übrig: Im Mittel behält jeder Schritt %3 davon.</translation>
    </message>
    <message>
        <source>What lies so far back teaches the weights next to nothing: it vanishes.</source>
        <translation>Was so weit zurückliegt, lehrt die Gewichte so gut wie nichts: Er schwindet.</translation>
    </message>
    <message>
        <source>It grows on its way back.</source>
        <translation>Er wächst auf dem Weg zurück.</translation>
    </message>
    <message>
        <source>No fixed point was found from %1: under this input the network settles nowhere that the search could reach.</source>
        <translation>Kein Fixpunkt gefunden (Start aus: %1): Bei dieser Eingabe kommt das Netz nirgends zur Ruhe, wo die Suche hinreichte.</translation>
    </message>
    <message>
        <source>%1: under this input a state near it comes to rest there; a small push has faded to 37 % after %2.</source>
        <translation>%1: Bei dieser Eingabe kommt ein naher Zustand dort zur Ruhe; Zeit, bis ein kleiner Stoß auf 37 % abgeklungen ist: %2.</translation>
    </message>
    <message>
        <source>%1: under this input the network can rest in each, and so keep which one it is in; a small push has faded to 37 % after at most %2.</source>
        <translation>%1: Bei dieser Eingabe kann das Netz in jedem ruhen und sich so merken, in welchem es ist; Zeit, bis ein kleiner Stoß auf 37 % abgeklungen ist, höchstens: %2.</translation>
    </message>
    <message>
        <source>%1: under this input a state near it comes to rest there; along one direction a small push does not fade.</source>
        <translation>%1: Bei dieser Eingabe kommt ein naher Zustand dort zur Ruhe; in einer Richtung klingt ein kleiner Stoß nicht ab.</translation>
    </message>
    <message>
        <source>%1: under this input the network can rest in each, and so keep which one it is in; along one direction a small push does not fade.</source>
        <translation>%1: Bei dieser Eingabe kann das Netz in jedem ruhen und sich so merken, in welchem es ist; in einer Richtung klingt ein kleiner Stoß nicht ab.</translation>
    </message>
    <message>
        <source>No stable point: under this input the network rests nowhere that the search could reach.</source>
        <translation>Kein stabiler Punkt: Bei dieser Eingabe ruht das Netz nirgends, wo die Suche hinreichte.</translation>
    </message>
    <message>
        <source>%1: states come near along some directions and leave along others.</source>
        <translation>%1: Zustände nähern sich in manchen Richtungen und entfernen sich in anderen.</translation>
    </message>
    <message>
        <source>%1, left in every direction.</source>
        <translation>%1, in jeder Richtung verlassen.</translation>
    </message>
    <message>
        <source>%1, left only little by little.</source>
        <translation>%1, nur allmählich verlassen.</translation>
    </message>
    <message>
        <source>There are more than are shown.</source>
        <translation>Es gibt mehr, als gezeigt werden.</translation>
    </message>
    <message>
        <source>1 state</source>
        <translation>1 Zustand</translation>
    </message>
    <message>
        <source>%9 states</source>
        <translation>%9 Zustände</translation>
    </message>
    <message>
        <source>1 stable point</source>
        <translation>1 stabiler Punkt</translation>
    </message>
    <message>
        <source>%9 stable points</source>
        <translation>%9 stabile Punkte</translation>
    </message>
    <message>
        <source>1 saddle</source>
        <translation>1 Sattelpunkt</translation>
    </message>
    <message>
        <source>%9 saddles</source>
        <translation>%9 Sattelpunkte</translation>
    </message>
    <message>
        <source>1 repeller</source>
        <translation>1 Repeller</translation>
    </message>
    <message>
        <source>%9 repellers</source>
        <translation>%9 Repeller</translation>
    </message>
    <message>
        <source>1 slow point</source>
        <translation>1 langsamer Punkt</translation>
    </message>
    <message>
        <source>%9 slow points</source>
        <translation>%9 langsame Punkte</translation>
    </message>
    <message>
        <source>%9 numbers, %8 windows</source>
        <translation>%9 Zahlen, %8 Fenster</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>The weights, their gradient, and copies laid out for fast products.</source>
        <translation>Die Gewichte, ihr Gradient und Kopien, die für schnelle Produkte angeordnet sind.</translation>
    </message>
    <message>
        <source>Per layer, step and sequence of a batch: r, z, n, u, the state and its gradient, each of %1 units rounded up to the processor&apos;s vectors; and the batch&apos;s input.</source>
        <translation>Je Schicht, Schritt und Sequenz eines Batches: r, z, n, u, der Zustand und sein Gradient, jeweils aus %1 Einheiten, aufgerundet auf die Vektoren des Prozessors; und die Eingabe des Batches.</translation>
    </message>
    <message>
        <source>The batch is cut into %1, each with a gradient of its own before they are summed.</source>
        <translation>Der Batch wird zerlegt (%1), jeder Teil mit einem eigenen Gradienten, bevor summiert wird.</translation>
    </message>
    <message>
        <source>Two moments, the best weights so far, and those before the step.</source>
        <translation>Zwei Momente, die bisher besten Gewichte und die vor dem Schritt.</translation>
    </message>
    <message>
        <source>The sequences of one batch, gathered from the windows, with targets and the loss&apos;s gradient.</source>
        <translation>Die Sequenzen eines Batches, aus den Fenstern gesammelt, mit Zielen und dem Gradienten des Verlusts.</translation>
    </message>
    <message>
        <source>from the input to the gates</source>
        <translation>von der Eingabe zu den Toren</translation>
    </message>
    <message>
        <source>from %1 to the gates</source>
        <translation>von %1 zu den Toren</translation>
    </message>
    <message>
        <source>from the old state to the gates</source>
        <translation>vom alten Zustand zu den Toren</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>Bias-Werte</translation>
    </message>
    <message>
        <source>biases beside U h</source>
        <translation>Bias-Werte neben U h</translation>
    </message>
    <message>
        <source>from the last state to the outputs</source>
        <translation>vom letzten Zustand zu den Ausgaben</translation>
    </message>
    <message>
        <source>the outputs&apos; biases</source>
        <translation>die Bias-Werte der Ausgaben</translation>
    </message>
    <message>
        <source>two vectors of 3H, beside W x and beside U h</source>
        <translation>zwei Vektoren der Länge 3H, neben W x und neben U h</translation>
    </message>
    <message>
        <source>one vector of 3H</source>
        <translation>ein Vektor der Länge 3H</translation>
    </message>
    <message>
        <source>one tensor of two rows, 2 × 3H: input, recurrent</source>
        <translation>ein Tensor aus zwei Zeilen, 2 × 3H: Eingabe, rekurrent</translation>
    </message>
    <message>
        <source>one tensor of 6H: Wb z, r, h, then Rb z, r, h</source>
        <translation>ein Tensor der Länge 6H: Wb z, r, h, dann Rb z, r, h</translation>
    </message>
    <message>
        <source>one matrix a gate, both parts side by side: [h, x]</source>
        <translation>eine Matrix je Tor, beide Teile nebeneinander: [h, x]</translation>
    </message>
    <message>
        <source>exact: the same equations under other letters</source>
        <translation>exakt: dieselben Gleichungen mit anderen Buchstaben</translation>
    </message>
    <message>
        <source>exact: the same equations, gates in another order</source>
        <translation>exakt: dieselben Gleichungen, Tore in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>exact: z means the opposite there, so W_z, U_z and b_z are negated and z becomes 1 − z; h is the same</source>
        <translation>exakt: z bedeutet dort das Gegenteil, daher werden W_z, U_z und b_z negiert und z wird 1 − z; h ist gleich</translation>
    </message>
    <message>
        <source>no exact conversion, because %1</source>
        <translation>keine exakte Umwandlung: %1</translation>
    </message>
    <message>
        <source>PyTorch applies the reset gate after the product, r ⊙ (U_n h); this model applies it before, U_n (r ⊙ h), which is another function</source>
        <translation>PyTorch wendet das Rücksetztor nach dem Produkt an, r ⊙ (U_n h); dieses Modell wendet es davor an, U_n (r ⊙ h), und das ist eine andere Funktion</translation>
    </message>
    <message>
        <source>the textbook applies the reset gate before the product, U_n (r ⊙ h); this model applies it after, r ⊙ (U_n h), which is another function</source>
        <translation>das Lehrbuch wendet das Rücksetztor vor dem Produkt an, U_n (r ⊙ h); dieses Modell wendet es danach an, r ⊙ (U_n h), und das ist eine andere Funktion</translation>
    </message>
    <message>
        <source>%1 has %2 values, each a sequence of its own: use it as sequence id, and cut the time of each into the parts</source>
        <translation>%1 hat %2 Werte, jeder eine eigene Sequenz: als Sequenzkennung nutzen und die Zeit jeder Sequenz in die Teile schneiden</translation>
    </message>
    <message>
        <source>%1 rows are %2: a window of two, %3 rows</source>
        <translation>%1 Zeilen sind %2: ein Fenster aus zweien davon, %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows are %2: a window of one, %3 rows</source>
        <translation>%1 Zeilen sind %2: ein Fenster dieser Länge, %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows are %2: a window of two, %3 rows; the season to come, horizons 1 to %4</source>
        <translation>%1 Zeilen sind %2: ein Fenster aus zweien davon, %3 Zeilen; dazu die kommende Saison, Horizonte 1 bis %4</translation>
    </message>
    <message>
        <source>%1 rows are %2: a window of one, %3 rows; the season to come, horizons 1 to %4</source>
        <translation>%1 Zeilen sind %2: ein Fenster dieser Länge, %3 Zeilen; dazu die kommende Saison, Horizonte 1 bis %4</translation>
    </message>
    <message>
        <source>%1, as given</source>
        <translation>%1, wie angegeben</translation>
    </message>
    <message>
        <source>%1, from the time column (correlation %2 one season later)</source>
        <translation>%1, aus der Zeitspalte (Korrelation %2 eine Saison später)</translation>
    </message>
    <message>
        <source>%1, from the autocorrelation (correlation %2 one season later)</source>
        <translation>%1, aus der Autokorrelation (Korrelation %2 eine Saison später)</translation>
    </message>
    <message>
        <source>no season was found; say one with %1</source>
        <translation>keine Saison gefunden; geben Sie eine an mit %1</translation>
    </message>
    <message>
        <source>Join %1 into one time</source>
        <translation>%1 zu einer Zeit verbinden</translation>
    </message>
    <message>
        <source>Take %1 as missing</source>
        <translation>%1 als fehlend werten</translation>
    </message>
    <message>
        <source>Take all of them as missing: %1</source>
        <translation>Alle diese als fehlend werten: %1</translation>
    </message>
    <message>
        <source>Read %1 as 1 and 0</source>
        <translation>%1 als 1 und 0 lesen</translation>
    </message>
    <message>
        <source>Read %1 with a decimal comma</source>
        <translation>%1 mit Dezimalkomma lesen</translation>
    </message>
    <message>
        <source>Read %1 with a decimal point</source>
        <translation>%1 mit Dezimalpunkt lesen</translation>
    </message>
    <message>
        <source>Features are all numeric columns: %1</source>
        <translation>Merkmale sind alle Zahlenspalten: %1</translation>
    </message>
    <message>
        <source>Features are all numeric columns: %1.</source>
        <translation>Merkmale sind alle Zahlenspalten: %1.</translation>
    </message>
    <message>
        <source>Column %1 is taken as the time</source>
        <translation>Spalte %1 gilt als die Zeit</translation>
    </message>
    <message>
        <source>Column %1 is taken as the time.</source>
        <translation>Spalte %1 gilt als die Zeit.</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The scaled series; windows look into it and are not copied. It is there already.</source>
        <translation>Die skalierte Reihe; die Fenster blicken hinein und werden nicht kopiert. Sie ist schon da.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>How many GRU layers are stacked; each reads the hidden states of the one below.</source>
        <translation>Wie viele GRU-Schichten übereinander liegen; jede liest die verdeckten Zustände der unteren.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verdeckte Einheiten</translation>
    </message>
    <message>
        <source>How many numbers the state of every layer holds: its memory.</source>
        <translation>Wie viele Zahlen der Zustand jeder Schicht enthält: ihr Gedächtnis.</translation>
    </message>
    <message>
        <source>Formulation</source>
        <translation>Schreibweise</translation>
    </message>
    <message>
        <source>Which of the two GRU equations is used; they are different functions.</source>
        <translation>Welche der beiden GRU-Gleichungen verwendet wird; sie sind verschiedene Funktionen.</translation>
    </message>
    <message>
        <source>Reset after (PyTorch)</source>
        <translation>Reset after (PyTorch)</translation>
    </message>
    <message>
        <source>The reset gate acts on U h, after the product; the update gate z keeps the old state.</source>
        <translation>Das Rücksetztor wirkt auf U h, nach dem Produkt; das Aktualisierungstor z behält den alten Zustand.</translation>
    </message>
    <message>
        <source>Reset before (textbook)</source>
        <translation>Reset before (Lehrbuch)</translation>
    </message>
    <message>
        <source>The reset gate acts on h, before the product; the update gate z takes the new candidate.</source>
        <translation>Das Rücksetztor wirkt auf h, vor dem Produkt; das Aktualisierungstor z nimmt den neuen Kandidaten.</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Tore</translation>
    </message>
    <message>
        <source>Which gates are held fixed in training, to see what they bring.</source>
        <translation>Welche Tore im Training festgehalten werden, um zu sehen, was sie bringen.</translation>
    </message>
    <message>
        <source>Full GRU</source>
        <translation>Vollständige GRU</translation>
    </message>
    <message>
        <source>Both gates are learned.</source>
        <translation>Beide Tore werden gelernt.</translation>
    </message>
    <message>
        <source>Update gate only</source>
        <translation>Nur Aktualisierungstor</translation>
    </message>
    <message>
        <source>The reset gate is held at 1: the candidate reads the whole old state.</source>
        <translation>Das Rücksetztor ist auf 1 festgehalten: Der Kandidat liest den ganzen alten Zustand.</translation>
    </message>
    <message>
        <source>Reset gate only</source>
        <translation>Nur Rücksetztor</translation>
    </message>
    <message>
        <source>The update gate is held at “take the new”: the state is the candidate, nothing is carried over.</source>
        <translation>Das Aktualisierungstor ist auf „nimmt das Neue“ festgehalten: Der Zustand ist der Kandidat, nichts wird mitgeführt.</translation>
    </message>
    <message>
        <source>No gates</source>
        <translation>Keine Tore</translation>
    </message>
    <message>
        <source>Both gates are held: the plain tanh network, torch.nn.RNN.</source>
        <translation>Beide Tore sind festgehalten: das einfache tanh-Netz, torch.nn.RNN.</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Bias-Werte</translation>
    </message>
    <message>
        <source>Whether the GRU adds biases; the textbook form has none.</source>
        <translation>Ob die GRU Bias-Werte addiert; die Lehrbuchform hat keine.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>The share of hidden states zeroed at random between layers, while training only.</source>
        <translation>Der Anteil verdeckter Zustände, die zwischen den Schichten zufällig auf null gesetzt werden, nur im Training.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>What training makes as small as it can.</source>
        <translation>Was das Training so klein macht, wie es kann.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>The mean of the squared errors; large errors count most.</source>
        <translation>Das Mittel der quadrierten Fehler; große Fehler zählen am meisten.</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Mittlerer absoluter Fehler</translation>
    </message>
    <message>
        <source>The mean size of the errors; outliers count no more than their size.</source>
        <translation>Die mittlere Größe der Fehler; Ausreißer zählen nicht mehr als ihre Größe.</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>Squared for errors up to delta and linear beyond: smooth, and calm about outliers.</source>
        <translation>Quadratisch für Fehler bis Delta, darüber linear: glatt und gelassen bei Ausreißern.</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>For classes: minus the logarithm of the probability (softmax) given to the right class.</source>
        <translation>Für Klassen: minus der Logarithmus der Wahrscheinlichkeit (Softmax), die der richtigen Klasse gegeben wird.</translation>
    </message>
    <message>
        <source>Huber delta</source>
        <translation>Huber-Delta</translation>
    </message>
    <message>
        <source>The size of an error from which the Huber loss grows in a straight line.</source>
        <translation>Die Größe eines Fehlers, von der an der Huber-Verlust geradlinig wächst.</translation>
    </message>
    <message>
        <source>Loss at</source>
        <translation>Verlust in</translation>
    </message>
    <message>
        <source>At which steps of a window the network is asked for its answer.</source>
        <translation>In welchen Schritten eines Fensters das Netz nach seiner Antwort gefragt wird.</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>The last step of the window answers.</source>
        <translation>Der letzte Schritt des Fensters antwortet.</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Jeder Schritt</translation>
    </message>
    <message>
        <source>Every step of the window answers, and its error counts.</source>
        <translation>Jeder Schritt des Fensters antwortet, und sein Fehler zählt.</translation>
    </message>
    <message>
        <source>Burn-in</source>
        <translation>Einlauf</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How many steps at a window&apos;s beginning are in no loss, for the state to settle.</source>
        <translation>Wie viele Schritte am Anfang eines Fensters in keinem Verlust sind, damit sich der Zustand einstellt.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Klassengewichte</translation>
    </message>
    <message>
        <source>Whether rare classes count as much as common ones in what the network learns.</source>
        <translation>Ob seltene Klassen beim Lernen so viel zählen wie häufige.</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Every sequence counts the same, so that common classes count most.</source>
        <translation>Jede Sequenz zählt gleich, sodass häufige Klassen am meisten zählen.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Every class counts the same, however rare it is.</source>
        <translation>Jede Klasse zählt gleich, wie selten sie auch ist.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>How many sequences are averaged into one step of the weights.</source>
        <translation>Über wie viele Sequenzen ein Schritt der Gewichte gemittelt wird.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How many times the training goes through all training sequences.</source>
        <translation>Wie oft das Training durch alle Trainingssequenzen geht.</translation>
    </message>
    <message>
        <source>Step limit</source>
        <translation>Höchstzahl Schritte</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Ends the training after so many batches; 0 means no limit.</source>
        <translation>Beendet das Training nach so vielen Batches; 0 heißt: ohne Grenze.</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Whether every epoch takes the sequences in a new random order.</source>
        <translation>Ob jede Epoche die Sequenzen in neuer zufälliger Reihenfolge nimmt.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Früher Stopp</translation>
    </message>
    <message>
        <source>Stops after so many epochs without a better validation loss; 0 means never.</source>
        <translation>Hält nach so vielen Epochen ohne besseren Validierungsverlust an; 0 heißt: nie.</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>Abschneiden</translation>
    </message>
    <message>
        <source>How many steps the gradient flows back from the end; 0 means the whole sequence.</source>
        <translation>Wie viele Schritte der Gradient vom Ende zurückfließt; 0 heißt: die ganze Sequenz.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Decides initial weights, order and dropout; the same seed gives the same training.</source>
        <translation>Bestimmt Anfangsgewichte, Reihenfolge und Dropout; derselbe Startwert ergibt dasselbe Training.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads that train; 0 means all. The results do not depend on it.</source>
        <translation>Threads des Prozessors, die trainieren; 0 heißt: alle. Die Ergebnisse hängen nicht davon ab.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>The rule that turns a gradient into a step of the weights.</source>
        <translation>Die Regel, die aus einem Gradienten einen Schritt der Gewichte macht.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adapts the step of every weight to the mean and the spread of its gradient; a good first choice.</source>
        <translation>Passt den Schritt jedes Gewichts an Mittel und Streuung seines Gradienten an; eine gute erste Wahl.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam whose weight decay shrinks the weights directly instead of through the gradient.</source>
        <translation>Adam, dessen Gewichtsabnahme die Gewichte unmittelbar verkleinert statt über den Gradienten.</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>SGD mit Momentum</translation>
    </message>
    <message>
        <source>Plain steps down the gradient, smoothed by the momentum; the same rate for every weight.</source>
        <translation>Einfache Schritte den Gradienten hinab, vom Momentum geglättet; dieselbe Rate für jedes Gewicht.</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Divides every weight&apos;s step by the recent size of its gradient.</source>
        <translation>Teilt den Schritt jedes Gewichts durch die jüngste Größe seines Gradienten.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>How far a step goes; too large diverges, too small crawls.</source>
        <translation>Wie weit ein Schritt geht; zu groß läuft davon, zu klein kriecht.</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>How much of the mean gradient is kept from step to step.</source>
        <translation>Wie viel vom mittleren Gradienten von Schritt zu Schritt bleibt.</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>How much of the mean squared gradient is kept from step to step.</source>
        <translation>Wie viel vom mittleren quadrierten Gradienten von Schritt zu Schritt bleibt.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>How much of the mean squared gradient is kept from step to step (PyTorch&apos;s alpha).</source>
        <translation>Wie viel vom mittleren quadrierten Gradienten von Schritt zu Schritt bleibt (PyTorchs alpha).</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last step is carried into the next.</source>
        <translation>Wie viel vom letzten Schritt in den nächsten mitgenommen wird.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>A small number that keeps the division by the gradient&apos;s size finite.</source>
        <translation>Eine kleine Zahl, die die Division durch die Größe des Gradienten endlich hält.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>How strongly weights are pulled towards zero; 0 turns it off.</source>
        <translation>Wie stark die Gewichte zur Null gezogen werden; 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>Höchstnorm</translation>
    </message>
    <message>
        <source>Shrinks a gradient whose norm is above this to it; 0 turns it off.</source>
        <translation>Kürzt einen Gradienten, dessen Norm darüber liegt, auf sie; 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation>Höchstbetrag</translation>
    </message>
    <message>
        <source>Limits every single gradient to plus or minus this; 0 turns it off.</source>
        <translation>Begrenzt jeden einzelnen Gradienten auf plus oder minus diesen Wert; 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lernratenplan</translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch.</source>
        <translation>Wie sich die Lernrate von Epoche zu Epoche ändert.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>The same learning rate from first to last.</source>
        <translation>Dieselbe Lernrate von der ersten bis zur letzten.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by the factor after every period of epochs.</source>
        <translation>Multipliziert die Lernrate nach jeder Periode von Epochen mit dem Faktor.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Lowers the learning rate to its minimum over all epochs, along half a cosine wave.</source>
        <translation>Senkt die Lernrate über alle Epochen auf ihren kleinsten Wert, entlang einer halben Kosinuswelle.</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>Bei Stillstand senken</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by the factor when the loss has not fallen for the period.</source>
        <translation>Multipliziert die Lernrate mit dem Faktor, wenn der Verlust für die Periode nicht gefallen ist.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Epochs between two steps, or epochs to wait without a better loss.</source>
        <translation>Epochen zwischen zwei Stufen, oder Epochen, die ohne besseren Verlust gewartet wird.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by.</source>
        <translation>Womit die Lernrate multipliziert wird.</translation>
    </message>
    <message>
        <source>Lowest learning rate</source>
        <translation>Kleinste Lernrate</translation>
    </message>
    <message>
        <source>The schedule does not go below it.</source>
        <translation>Der Plan geht nicht darunter.</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>The character between two cells of a row: itself, or its name</source>
        <translation>Das Zeichen zwischen zwei Zellen einer Zeile: es selbst oder sein Name</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>pipe  |</source>
        <translation>senkrechter Strich  |</translation>
    </message>
    <message>
        <source>runs of blanks</source>
        <translation>Folgen von Leerzeichen</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>The sign before the fraction of a number: 1.5 or 1,5</source>
        <translation>Das Zeichen vor den Nachkommastellen: 1.5 oder 1,5</translation>
    </message>
    <message>
        <source>point  .</source>
        <translation>Punkt  .</translation>
    </message>
    <message>
        <source>Thousands sign</source>
        <translation>Tausenderzeichen</translation>
    </message>
    <message>
        <source>The sign between groups of three digits: 1,000 or 1.000</source>
        <translation>Das Zeichen zwischen Dreiergruppen: 1,000 oder 1.000</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>apostrophe  &apos;</source>
        <translation>Apostroph  &apos;</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>The character around cells that hold a delimiter or a line end</source>
        <translation>Das Zeichen um Zellen, die ein Trennzeichen oder ein Zeilenende enthalten</translation>
    </message>
    <message>
        <source>double quote  &quot;</source>
        <translation>doppelt  &quot;</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>How the file&apos;s bytes become letters</source>
        <translation>Wie aus den Bytes der Datei Buchstaben werden</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>UTF-16, little-endian</source>
        <translation>UTF-16, Little-Endian</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, Big-Endian</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Whether the first row holds the columns&apos; names</source>
        <translation>Ob die erste Zeile die Namen der Spalten enthält</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Units row</source>
        <translation>Einheitenzeile</translation>
    </message>
    <message>
        <source>Whether the row under the names holds units</source>
        <translation>Ob die Zeile unter den Namen Einheiten enthält</translation>
    </message>
    <message>
        <source>Comment lines</source>
        <translation>Kommentarzeilen</translation>
    </message>
    <message>
        <source>Lines that begin with this are left out</source>
        <translation>Zeilen, die hiermit beginnen, bleiben weg</translation>
    </message>
    <message>
        <source>begin with #</source>
        <translation>beginnen mit #</translation>
    </message>
    <message>
        <source>begin with //</source>
        <translation>beginnen mit //</translation>
    </message>
    <message>
        <source>begin with ;</source>
        <translation>beginnen mit ;</translation>
    </message>
    <message>
        <source>begin with %</source>
        <translation>beginnen mit %</translation>
    </message>
    <message>
        <source>Skipped lines</source>
        <translation>Übersprungene Zeilen</translation>
    </message>
    <message>
        <source>Lines to leave out at the start of the file</source>
        <translation>Zeilen, die am Anfang der Datei wegbleiben</translation>
    </message>
    <message>
        <source>Read as time</source>
        <translation>Als Zeit gelesen</translation>
    </message>
    <message>
        <source>The column whose cells are dates and times; several make one time</source>
        <translation>Die Spalte, deren Zellen Datums- und Zeitangaben sind; mehrere ergeben eine Zeit</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>Zeitformat</translation>
    </message>
    <message>
        <source>How dates are written in that column: a name, or a pattern such as %d.%m.%Y %H:%M</source>
        <translation>Wie Zeiten in dieser Spalte geschrieben sind: ein Name, oder ein Muster wie %d.%m.%Y %H:%M</translation>
    </message>
    <message>
        <source>3/31/2024 (month first)</source>
        <translation>3/31/2024 (Monat zuerst)</translation>
    </message>
    <message>
        <source>31.3.2024 (day first)</source>
        <translation>31.3.2024 (Tag zuerst)</translation>
    </message>
    <message>
        <source>24-03-31 (year first)</source>
        <translation>24-03-31 (Jahr zuerst)</translation>
    </message>
    <message>
        <source>seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>microseconds since 1970</source>
        <translation>Mikrosekunden seit 1970</translation>
    </message>
    <message>
        <source>nanoseconds since 1970</source>
        <translation>Nanosekunden seit 1970</translation>
    </message>
    <message>
        <source>Missing marks</source>
        <translation>Fehlzeichen</translation>
    </message>
    <message>
        <source>Cells that mean missing, beside the usual words; as --na=-9999,-999</source>
        <translation>Zellen, die „fehlend“ bedeuten, neben den üblichen Wörtern; als --na=-9999,-999</translation>
    </message>
    <message>
        <source>Other decimal signs</source>
        <translation>Andere Dezimalzeichen</translation>
    </message>
    <message>
        <source>Columns whose decimal sign is not that of the file: price=comma</source>
        <translation>Spalten mit einem anderen Dezimalzeichen als die Datei: price=comma</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>What columns are read as, whatever their cells look like</source>
        <translation>Als was Spalten gelesen werden, wie auch immer ihre Zellen aussehen</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>One-Hot</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>What is predicted; names with a comma stand in double quotes</source>
        <translation>Was vorhergesagt wird; Namen mit Komma stehen in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>What the network reads; every numeric column when not given</source>
        <translation>Was das Netz liest; ohne Angabe jede Zahlenspalte</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Forecast numbers of the target column, or tell which of its labels applies</source>
        <translation>Zahlen der Zielspalte vorhersagen, oder erkennen, welche ihrer Klassen zutrifft</translation>
    </message>
    <message>
        <source>forecast a value</source>
        <translation>Wert vorhersagen</translation>
    </message>
    <message>
        <source>Numbers of the target column are predicted.</source>
        <translation>Zahlen der Zielspalte werden vorhergesagt.</translation>
    </message>
    <message>
        <source>tell a class</source>
        <translation>Klasse erkennen</translation>
    </message>
    <message>
        <source>Which of the target column&apos;s labels applies is told.</source>
        <translation>Erkannt wird, welche Klasse der Zielspalte zutrifft.</translation>
    </message>
    <message>
        <source>Sequence id</source>
        <translation>Sequenzkennung</translation>
    </message>
    <message>
        <source>Rows with one value here are one sequence; no window crosses them</source>
        <translation>Zeilen mit demselben Wert hierin bilden eine Sequenz; kein Fenster überschreitet sie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The column that orders the rows; the network does not read it</source>
        <translation>Die Spalte, die die Zeilen ordnet; das Netz liest sie nicht</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlende</translation>
    </message>
    <message>
        <source>What becomes of rows with missing cells in a used column</source>
        <translation>Was aus Zeilen mit fehlenden Zellen in einer benutzten Spalte wird</translation>
    </message>
    <message>
        <source>ask first</source>
        <translation>erst fragen</translation>
    </message>
    <message>
        <source>Nothing is trained until a choice is made.</source>
        <translation>Nichts wird trainiert, bis eine Wahl getroffen ist.</translation>
    </message>
    <message>
        <source>leave the rows out</source>
        <translation>die Zeilen weglassen</translation>
    </message>
    <message>
        <source>The rows around them are taken as neighbours.</source>
        <translation>Die Zeilen um sie herum gelten als Nachbarn.</translation>
    </message>
    <message>
        <source>take the value before</source>
        <translation>den Wert davor nehmen</translation>
    </message>
    <message>
        <source>A missing cell takes the value of the row before.</source>
        <translation>Eine fehlende Zelle nimmt den Wert der Zeile davor.</translation>
    </message>
    <message>
        <source>interpolate</source>
        <translation>interpolieren</translation>
    </message>
    <message>
        <source>A missing cell lies on the line between its neighbours.</source>
        <translation>Eine fehlende Zelle liegt auf der Geraden zwischen ihren Nachbarn.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>How many rows the network reads before it answers: T</source>
        <translation>Wie viele Zeilen das Netz liest, bevor es antwortet: T</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Horizon, rows</source>
        <translation>Horizont, Zeilen</translation>
    </message>
    <message>
        <source>How many rows after the window&apos;s last the target lies; several (1,3,6 or 1-24) are predicted at once</source>
        <translation>Wie viele Zeilen nach der letzten des Fensters das Ziel liegt; mehrere (1,3,6 oder 1-24) werden zugleich vorhergesagt</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>How many rows lie between the beginnings of two windows; 1 makes the most</source>
        <translation>Wie viele Zeilen zwischen den Anfängen zweier Fenster liegen; 1 ergibt die meisten</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Features made of the time column, sine and cosine of each</source>
        <translation>Merkmale aus der Zeitspalte, jeweils Sinus und Kosinus</translation>
    </message>
    <message>
        <source>hour of the day</source>
        <translation>Stunde des Tages</translation>
    </message>
    <message>
        <source>Sine and cosine of the time since midnight.</source>
        <translation>Sinus und Kosinus der Zeit seit Mitternacht.</translation>
    </message>
    <message>
        <source>day of the week</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Sine and cosine of the weekday.</source>
        <translation>Sinus und Kosinus des Wochentags.</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Sine and cosine of the month.</source>
        <translation>Sinus und Kosinus des Monats.</translation>
    </message>
    <message>
        <source>day of the year</source>
        <translation>Tag des Jahres</translation>
    </message>
    <message>
        <source>Sine and cosine of the days since 1 January.</source>
        <translation>Sinus und Kosinus der Tage seit dem 1. Januar.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>The target as it is, or its change since the window&apos;s last row, which is undone in all that is shown or written</source>
        <translation>Das Ziel, wie es ist, oder seine Änderung seit der letzten Zeile des Fensters, die in allem Gezeigten und Geschriebenen rückgängig gemacht wird</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>seinen Wert</translation>
    </message>
    <message>
        <source>The target is predicted as it is.</source>
        <translation>Das Ziel wird vorhergesagt, wie es ist.</translation>
    </message>
    <message>
        <source>its change</source>
        <translation>seine Änderung</translation>
    </message>
    <message>
        <source>What is predicted is how far the target moves from the window&apos;s last row.</source>
        <translation>Vorhergesagt wird, wie weit sich das Ziel von der letzten Zeile des Fensters entfernt.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Shares of training, validation and test, in the rows&apos; order</source>
        <translation>Anteile von Training, Validierung und Test, in der Reihenfolge der Zeilen</translation>
    </message>
    <message>
        <source>Split in time</source>
        <translation>Zeitliche Aufteilung</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Whether a validation or test window may begin in the part before it; targets never cross</source>
        <translation>Ob ein Validierungs- oder Testfenster im Teil davor beginnen darf; Ziele überschreiten die Grenze nie</translation>
    </message>
    <message>
        <source>stay in their part</source>
        <translation>bleiben in ihrem Teil</translation>
    </message>
    <message>
        <source>A window&apos;s rows and targets lie in one part.</source>
        <translation>Zeilen und Ziele eines Fensters liegen in einem Teil.</translation>
    </message>
    <message>
        <source>reach back</source>
        <translation>reichen zurück</translation>
    </message>
    <message>
        <source>A window&apos;s rows may lie in the part before; its targets never do.</source>
        <translation>Zeilen eines Fensters dürfen im Teil davor liegen; seine Ziele nie.</translation>
    </message>
    <message>
        <source>Parts get</source>
        <translation>Teile erhalten</translation>
    </message>
    <message>
        <source>With a sequence id: whole sequences go to the parts, or the time of each sequence is cut</source>
        <translation>Mit Sequenzkennung: Ganze Sequenzen kommen in die Teile, oder die Zeit jeder Sequenz wird geschnitten</translation>
    </message>
    <message>
        <source>whole sequences</source>
        <translation>ganze Sequenzen</translation>
    </message>
    <message>
        <source>Each sequence is in one part.</source>
        <translation>Jede Sequenz ist in einem Teil.</translation>
    </message>
    <message>
        <source>the time of each sequence</source>
        <translation>die Zeit jeder Sequenz</translation>
    </message>
    <message>
        <source>Each sequence trains with its beginning and tests with its end.</source>
        <translation>Jede Sequenz trainiert mit ihrem Anfang und testet mit ihrem Ende.</translation>
    </message>
    <message>
        <source>Scale to</source>
        <translation>Skalieren auf</translation>
    </message>
    <message>
        <source>Brings all columns to a like size before the network reads them, fitted on the training part; results are shown in the original units</source>
        <translation>Bringt alle Spalten auf ähnliche Größe, bevor das Netz sie liest, angepasst auf dem Trainingsteil; Ergebnisse stehen in den ursprünglichen Einheiten</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>mean 0, std 1</source>
        <translation>Mittel 0, Std. 1</translation>
    </message>
    <message>
        <source>The mean is taken away, then comes a division by the deviation.</source>
        <translation>Das Mittel wird abgezogen, dann durch die Abweichung geteilt.</translation>
    </message>
    <message>
        <source>from 0 to 1</source>
        <translation>von 0 bis 1</translation>
    </message>
    <message>
        <source>The smallest value becomes 0 and the largest 1.</source>
        <translation>Der kleinste Wert wird 0 und der größte 1.</translation>
    </message>
    <message>
        <source>Values are read as they are.</source>
        <translation>Werte werden gelesen, wie sie sind.</translation>
    </message>
    <message>
        <source>Sort the rows by time</source>
        <translation>Zeilen nach Zeit sortieren</translation>
    </message>
    <message>
        <source>Puts the rows in the order of the time column first</source>
        <translation>Bringt die Zeilen zuerst in die Reihenfolge der Zeitspalte</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>No window across gaps in time</source>
        <translation>Kein Fenster über Zeitlücken</translation>
    </message>
    <message>
        <source>Cuts the series where the step in time is more than one and a half of the usual one</source>
        <translation>Zerschneidet die Reihe, wo der Zeitschritt größer ist als das Anderthalbfache des üblichen</translation>
    </message>
    <message>
        <source>Longest step that is no gap</source>
        <translation>Längster Schritt ohne Lücke</translation>
    </message>
    <message>
        <source>90 min, 36 h, 3 days; one and a half of the usual step when not given</source>
        <translation>90 min, 36 h, 3 days; ohne Angabe das Anderthalbfache des üblichen Schritts</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Rows of one season, for the baselines that a network is compared with; found from the time column or the series itself when not given</source>
        <translation>Zeilen einer Saison, für die Baselines, mit denen ein Netz verglichen wird; ohne Angabe aus der Zeitspalte oder der Reihe selbst ermittelt</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Baselines</translation>
    </message>
    <message>
        <source>No season is taken.</source>
        <translation>Keine Saison wird angenommen.</translation>
    </message>
    <message>
        <source>Fit the scaling on all rows</source>
        <translation>Skalierung auf allen Zeilen anpassen</translation>
    </message>
    <message>
        <source>A mistake on purpose: the scaling then knows the mean and spread of the future</source>
        <translation>Ein Fehler mit Absicht: Die Skalierung kennt dann Mittel und Streuung der Zukunft</translation>
    </message>
    <message>
        <source>Mistakes worth seeing</source>
        <translation>Sehenswerte Fehler</translation>
    </message>
    <message>
        <source>Shuffle windows before the split</source>
        <translation>Fenster vor der Aufteilung mischen</translation>
    </message>
    <message>
        <source>A mistake on purpose: validation windows then overlap with windows the network has learnt</source>
        <translation>Ein Fehler mit Absicht: Validierungsfenster überlappen dann mit Fenstern, die das Netz gelernt hat</translation>
    </message>
    <message>
        <source>Seed of the shuffle</source>
        <translation>Startwert des Mischens</translation>
    </message>
    <message>
        <source>Decides the order in which windows are shuffled before the split</source>
        <translation>Bestimmt die Reihenfolge, in der Fenster vor der Aufteilung gemischt werden</translation>
    </message>
    <message>
        <source>Seattle, day by day</source>
        <translation>Seattle, Tag für Tag</translation>
    </message>
    <message>
        <source>Four years of real weather, all four figures of tomorrow at once: ahead of every naive forecast, but not by much, and what that is worth.</source>
        <translation>Vier Jahre echtes Wetter, alle vier Werte von morgen zugleich: vor jeder naiven Vorhersage, aber nicht weit, und was das wert ist.</translation>
    </message>
    <message>
        <source>NOAA National Climatic Data Center, daily records 2012-2015, station Seattle; by way of the package vega-datasets 3.2.1</source>
        <translation>NOAA National Climatic Data Center, Tageswerte 2012-2015, Station Seattle; aus dem Paket vega-datasets 3.2.1</translation>
    </message>
    <message>
        <source>Public domain (work of the United States government)</source>
        <translation>Gemeinfrei (Werk der Regierung der Vereinigten Staaten)</translation>
    </message>
    <message>
        <source>El Niño, sea temperature by month</source>
        <translation>El Niño, Meerestemperatur nach Monaten</translation>
    </message>
    <message>
        <source>A yearly season that El Niño disturbs every few years: run freely, the forecast goes on swinging; against a straight line through three years it gains little.</source>
        <translation>Eine Jahressaison, die El Niño alle paar Jahre stört: Frei laufend schwingt die Vorhersage weiter; gegen eine Gerade durch drei Jahre gewinnt sie wenig.</translation>
    </message>
    <message>
        <source>NOAA National Weather Service, sea surface temperature ERSST.V3B, region Nino 1+2, 1950-2010; by way of the package statsmodels 0.13.5</source>
        <translation>NOAA National Weather Service, Meeresoberflächentemperatur ERSST.V3B, Gebiet Nino 1+2, 1950-2010; aus dem Paket statsmodels 0.13.5</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>Gemeinfrei</translation>
    </message>
    <message>
        <source>Sunspots, 1700 to 2008</source>
        <translation>Sonnenflecken, 1700 bis 2008</translation>
    </message>
    <message>
        <source>Three centuries of an eleven-year cycle that is never twice the same: few rows, a long memory, and a network that overfits soon.</source>
        <translation>Drei Jahrhunderte eines Elfjahreszyklus, der nie zweimal gleich ist: wenige Zeilen, ein langes Gedächtnis und ein Netz, das bald überanpasst.</translation>
    </message>
    <message>
        <source>NOAA National Geophysical Data Center, yearly sunspot numbers; by way of the package statsmodels 0.13.5</source>
        <translation>NOAA National Geophysical Data Center, jährliche Sonnenfleckenzahlen; aus dem Paket statsmodels 0.13.5</translation>
    </message>
    <message>
        <source>Seattle, hour by hour</source>
        <translation>Seattle, Stunde für Stunde</translation>
    </message>
    <message>
        <source>An average of thirty years, without weather: a straight line through the window forecasts it almost exactly, and a network has to be compared with that.</source>
        <translation>Ein Mittel aus dreißig Jahren, ohne Wetter: Eine Gerade durch das Fenster sagt es fast genau vorher, und daran muss sich ein Netz messen.</translation>
    </message>
    <message>
        <source>NOAA National Climatic Data Center, 1981-2010 hourly climate normals, station Seattle; by way of the package vega-datasets 3.2.1</source>
        <translation>NOAA National Climatic Data Center, stündliche Klimanormalwerte 1981-2010, Station Seattle; aus dem Paket vega-datasets 3.2.1</translation>
    </message>
    <message>
        <source>Seattle, sun or rain</source>
        <translation>Seattle, Sonne oder Regen</translation>
    </message>
    <message>
        <source>The same four years as classes: tell tomorrow&apos;s kind of weather, with five classes of very unequal size.</source>
        <translation>Dieselben vier Jahre als Klassen: die Wetterart von morgen erkennen, bei fünf sehr ungleich großen Klassen.</translation>
    </message>
    <message>
        <source>NOAA National Climatic Data Center, daily records 2012-2015, station Seattle; the kind of weather was drawn from several fields by vega-datasets 3.2.1</source>
        <translation>NOAA National Climatic Data Center, Tageswerte 2012-2015, Station Seattle; die Wetterart wurde von vega-datasets 3.2.1 aus mehreren Feldern gebildet</translation>
    </message>
    <message>
        <source>The Devil&apos;s Dictionary</source>
        <translation>The Devil&apos;s Dictionary</translation>
    </message>
    <message>
        <source>Character by character: what comes next in a satirist&apos;s dictionary of 1911. Watch spelling, words and the form of an entry appear in what the network writes.</source>
        <translation>Zeichen für Zeichen: was im Wörterbuch eines Satirikers von 1911 als Nächstes kommt. Sehen Sie zu, wie Schreibung, Wörter und die Form eines Eintrags in dem erscheinen, was das Netz schreibt.</translation>
    </message>
    <message>
        <source>Ambrose Bierce, The Devil&apos;s Dictionary, 1911, Internet Wiretap edition of 1993; by way of the package dict-devil 1.0-13.1</source>
        <translation>Ambrose Bierce, The Devil&apos;s Dictionary, 1911, Ausgabe des Internet Wiretap von 1993; aus dem Paket dict-devil 1.0-13.1</translation>
    </message>
    <message>
        <source>Sine mix</source>
        <translation>Sinusgemisch</translation>
    </message>
    <message>
        <source>Two sines of different periods under a little noise: the units share both waves, and none keeps to one of them.</source>
        <translation>Zwei Sinusschwingungen verschiedener Periode unter leichtem Rauschen: Die Einheiten teilen sich beide Wellen, und keine hält sich an nur eine.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Erste Periode</translation>
    </message>
    <message>
        <source>Second period</source>
        <translation>Zweite Periode</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Delayed echo</source>
        <translation>Verzögertes Echo</translation>
    </message>
    <message>
        <source>Random numbers, to be repeated some rows later: the network learns when to look, and its answer hangs on one step of the window alone.</source>
        <translation>Zufallszahlen, die einige Zeilen später zu wiederholen sind: Das Netz lernt, wann es hinsehen muss, und seine Antwort hängt an einem einzigen Schritt des Fensters.</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Adding problem</source>
        <translation>Additionsaufgabe</translation>
    </message>
    <message>
        <source>Two of many numbers are marked, and their sum is asked for at the end: the state has to take in the marked numbers and keep them past all others.</source>
        <translation>Zwei von vielen Zahlen sind markiert, und am Ende wird nach ihrer Summe gefragt: Der Zustand muss die markierten Zahlen aufnehmen und an allen anderen vorbei behalten.</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>Parität</translation>
    </message>
    <message>
        <source>Was the number of ones among the last bits odd? The state has to flip with every one.</source>
        <translation>War die Zahl der Einsen unter den letzten Bits ungerade? Der Zustand muss bei jeder umkippen.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Noisy season</source>
        <translation>Verrauschte Saison</translation>
    </message>
    <message>
        <source>A season under noise: the forecast should become smooth, and not chase the noise.</source>
        <translation>Eine Saison unter Rauschen: Die Vorhersage soll glatt werden und nicht dem Rauschen nachlaufen.</translation>
    </message>
    <message>
        <source>Random walk</source>
        <translation>Zufallsweg</translation>
    </message>
    <message>
        <source>Nothing to learn: no forecast beats the last value but by chance, and a good loss here is a mistake.</source>
        <translation>Hier gibt es nichts zu lernen: Keine Vorhersage schlägt den letzten Wert außer durch Zufall, und ein guter Verlust ist hier ein Fehler.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>je Zeile</translation>
    </message>
    <message>
        <source>Parity at every step</source>
        <translation>Parität in jedem Schritt</translation>
    </message>
    <message>
        <source>Is the number of ones so far odd? Asked at every step: the state has to flip with every one, and to stay.</source>
        <translation>Ist die Zahl der bisherigen Einsen ungerade? Gefragt in jedem Schritt: Der Zustand muss bei jeder umkippen und sonst bleiben.</translation>
    </message>
    <message>
        <source>Rows of bits</source>
        <translation>Zeilen mit Bits</translation>
    </message>
    <message>
        <source>Flip-flop memory</source>
        <translation>Flip-Flop-Speicher</translation>
    </message>
    <message>
        <source>Pulses up and down in each channel; asked is the last one, at every step. A trained network writes what it remembers anew at every step: its update gate keeps hardly more between the pulses than at them.</source>
        <translation>Pulse nach oben und unten in jedem Kanal; gefragt ist in jedem Schritt der letzte. Ein trainiertes Netz schreibt seine Erinnerung in jedem Schritt neu: Sein Aktualisierungstor behält zwischen den Pulsen kaum mehr als bei ihnen.</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Chance of a pulse</source>
        <translation>Wahrscheinlichkeit eines Pulses</translation>
    </message>
    <message>
        <source>Embedded Reber grammar</source>
        <translation>Eingebettete Reber-Grammatik</translation>
    </message>
    <message>
        <source>Which letter may come next? The last but one repeats the second, so the state has to carry it past a string of any length.</source>
        <translation>Welcher Buchstabe darf als Nächstes kommen? Der vorletzte wiederholt den zweiten, also muss ihn der Zustand an einer Folge beliebiger Länge vorbeitragen.</translation>
    </message>
    <message>
        <source>Counting brackets</source>
        <translation>Klammern zählen</translation>
    </message>
    <message>
        <source>How many brackets are open? Asked at every step: the state has to count.</source>
        <translation>Wie viele Klammern sind offen? Gefragt in jedem Schritt: Der Zustand muss zählen.</translation>
    </message>
    <message>
        <source>Copy after a delay</source>
        <translation>Kopieren nach Pause</translation>
    </message>
    <message>
        <source>A few symbols, a pause, a sign: then they are to be said again, in order. The state has to hold all of them.</source>
        <translation>Einige Symbole, eine Pause, ein Zeichen: Dann sind sie der Reihe nach wieder zu nennen. Der Zustand muss sie alle halten.</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Formelzeichen</translation>
    </message>
    <message>
        <source>Symbols shown</source>
        <translation>Gezeigte Symbole</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>letzter Wert</translation>
    </message>
    <message>
        <source>The target stays as it was in the window&apos;s last row.</source>
        <translation>Das Ziel bleibt, wie es in der letzten Zeile des Fensters war.</translation>
    </message>
    <message>
        <source>training mean</source>
        <translation>Trainingsmittel</translation>
    </message>
    <message>
        <source>The target is its mean over the training part, always.</source>
        <translation>Das Ziel ist immer sein Mittel über den Trainingsteil.</translation>
    </message>
    <message>
        <source>season before</source>
        <translation>Saison davor</translation>
    </message>
    <message>
        <source>The target is what it was one season earlier.</source>
        <translation>Das Ziel ist, was es eine Saison früher war.</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>The target goes on from the last value as it rose over the training part on average.</source>
        <translation>Das Ziel steigt vom letzten Wert so weiter, wie es im Trainingsteil im Mittel stieg.</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>kleinste Quadrate</translation>
    </message>
    <message>
        <source>A straight line through all values of the window, one for each output.</source>
        <translation>Eine Gerade durch alle Werte des Fensters, eine für jede Ausgabe.</translation>
    </message>
    <message>
        <source>majority class</source>
        <translation>häufigste Klasse</translation>
    </message>
    <message>
        <source>The commonest class of the training part, always.</source>
        <translation>Immer die häufigste Klasse des Trainingsteils.</translation>
    </message>
    <message>
        <source>last label</source>
        <translation>letzte Klasse</translation>
    </message>
    <message>
        <source>The class stays as it was in the window&apos;s last row.</source>
        <translation>Die Klasse bleibt, wie sie in der letzten Zeile des Fensters war.</translation>
    </message>
    <message>
        <source>class frequencies</source>
        <translation>Klassenanteile</translation>
    </message>
    <message>
        <source>Each class with its share of the training part as its chance.</source>
        <translation>Jede Klasse mit ihrem Anteil am Trainingsteil als Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>best validation loss</source>
        <translation>kleinster Validierungsverlust</translation>
    </message>
    <message>
        <source>Lowest validation loss (scaled) of all epochs.</source>
        <translation>Kleinster Validierungsverlust (skaliert) aller Epochen.</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>Epoch with the lowest validation loss.</source>
        <translation>Epoche mit dem kleinsten Validierungsverlust.</translation>
    </message>
    <message>
        <source>skill, validation</source>
        <translation>Skill, Validierung</translation>
    </message>
    <message>
        <source>1 − error ÷ error of the best baseline, on the validation part.</source>
        <translation>1 − Fehler ÷ Fehler der besten Baseline, im Validierungsteil.</translation>
    </message>
    <message>
        <source>skill, training</source>
        <translation>Skill, Training</translation>
    </message>
    <message>
        <source>1 − error ÷ error of the best baseline, on the training part.</source>
        <translation>1 − Fehler ÷ Fehler der besten Baseline, im Trainingsteil.</translation>
    </message>
    <message>
        <source>skill, test</source>
        <translation>Skill, Test</translation>
    </message>
    <message>
        <source>1 − error ÷ error of the best baseline, on the test part.</source>
        <translation>1 − Fehler ÷ Fehler der besten Baseline, im Testteil.</translation>
    </message>
    <message>
        <source>MAE, validation</source>
        <translation>MAE, Validierung</translation>
    </message>
    <message>
        <source>Mean absolute error on the validation part, in the target&apos;s unit.</source>
        <translation>Mittlerer absoluter Fehler im Validierungsteil, in der Einheit des Ziels.</translation>
    </message>
    <message>
        <source>RMSE, validation</source>
        <translation>RMSE, Validierung</translation>
    </message>
    <message>
        <source>Root mean squared error on the validation part, in the target&apos;s unit.</source>
        <translation>Wurzel aus dem mittleren quadratischen Fehler im Validierungsteil, in der Einheit des Ziels.</translation>
    </message>
    <message>
        <source>MAE, test</source>
        <translation>MAE, Test</translation>
    </message>
    <message>
        <source>Mean absolute error on the test part, in the target&apos;s unit.</source>
        <translation>Mittlerer absoluter Fehler im Testteil, in der Einheit des Ziels.</translation>
    </message>
    <message>
        <source>RMSE, test</source>
        <translation>RMSE, Test</translation>
    </message>
    <message>
        <source>Root mean squared error on the test part, in the target&apos;s unit.</source>
        <translation>Wurzel aus dem mittleren quadratischen Fehler im Testteil, in der Einheit des Ziels.</translation>
    </message>
    <message>
        <source>accuracy, validation</source>
        <translation>Trefferquote, Validierung</translation>
    </message>
    <message>
        <source>Share of the validation windows whose class is told right.</source>
        <translation>Anteil der Validierungsfenster, deren Klasse richtig genannt wird.</translation>
    </message>
    <message>
        <source>accuracy, test</source>
        <translation>Trefferquote, Test</translation>
    </message>
    <message>
        <source>Share of the test windows whose class is told right.</source>
        <translation>Anteil der Testfenster, deren Klasse richtig genannt wird.</translation>
    </message>
    <message>
        <source>longest memory half-life</source>
        <translation>längste Halbwertszeit</translation>
    </message>
    <message>
        <source>Steps after which half of what the slowest unit of the top layer carries along would be left, by its update gate over validation sequences.</source>
        <translation>Schritte, nach denen von dem, was die langsamste Einheit der obersten Schicht mitführt, die Hälfte übrig wäre, nach ihrem Aktualisierungstor über Validierungssequenzen.</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Trainable numbers of the network.</source>
        <translation>Trainierbare Zahlen des Netzes.</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>trainierte Epochen</translation>
    </message>
    <message>
        <source>How often the training went through all training sequences.</source>
        <translation>Wie oft das Training durch alle Trainingssequenzen ging.</translation>
    </message>
    <message>
        <source>batches trained</source>
        <translation>trainierte Batches</translation>
    </message>
    <message>
        <source>How many steps the weights made.</source>
        <translation>Wie viele Schritte die Gewichte gemacht haben.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>How long the training ran in the window.</source>
        <translation>Wie lange das Training im Fenster lief.</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>GateScope&apos;s own model file; torch.nn.GRU loads its tensors as they are.</source>
        <translation>Die eigene Modelldatei von GateScope; torch.nn.GRU lädt ihre Tensoren, wie sie sind.</translation>
    </message>
    <message>
        <source>PyTorch weights</source>
        <translation>PyTorch-Gewichte</translation>
    </message>
    <message>
        <source>A state_dict for torch.load(weights_only=True) and load_state_dict().</source>
        <translation>Ein state_dict für torch.load(weights_only=True) und load_state_dict().</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>GRU nodes and a linear layer in float32, for ONNX Runtime and everything that reads ONNX.</source>
        <translation>GRU-Knoten und eine lineare Schicht in float32, für ONNX Runtime und alles, was ONNX liest.</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy-Arrays</translation>
    </message>
    <message>
        <source>PyTorch&apos;s names and layout, for numpy.load().</source>
        <translation>Namen und Anordnung von PyTorch, für numpy.load().</translation>
    </message>
    <message>
        <source>Keras arrays</source>
        <translation>Keras-Arrays</translation>
    </message>
    <message>
        <source>An NPZ in Keras&apos; layout and order, with the set_weights lines in a file beside it.</source>
        <translation>Eine NPZ in Anordnung und Reihenfolge von Keras, mit den Zeilen für set_weights in einer Datei daneben.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Every number as text, with the equations: to read, or for other languages.</source>
        <translation>Jede Zahl als Text, mit den Gleichungen: zum Lesen oder für andere Sprachen.</translation>
    </message>
    <message>
        <source>C++ header</source>
        <translation>C++-Header</translation>
    </message>
    <message>
        <source>Weights and a plain inference function without dependencies.</source>
        <translation>Gewichte und eine einfache Auswertungsfunktion ohne Abhängigkeiten.</translation>
    </message>
    <message>
        <source>PyTorch project</source>
        <translation>PyTorch-Projekt</translation>
    </message>
    <message>
        <source>A folder with weights, data preparation and a training script that goes on training.</source>
        <translation>Ein Ordner mit Gewichten, Datenaufbereitung und einem Trainingsskript, das weitertrainiert.</translation>
    </message>
    <message>
        <source>mean loss over the training sequences</source>
        <translation>mittlerer Verlust über die Trainingssequenzen</translation>
    </message>
    <message>
        <source>mean loss over the validation sequences</source>
        <translation>mittlerer Verlust über die Validierungssequenzen</translation>
    </message>
    <message>
        <source>mean loss over the test sequences</source>
        <translation>mittlerer Verlust über die Testsequenzen</translation>
    </message>
    <message>
        <source>mean absolute error, original units</source>
        <translation>mittlerer absoluter Fehler, ursprüngliche Einheiten</translation>
    </message>
    <message>
        <source>root mean squared error, original units</source>
        <translation>Wurzel aus dem mittleren quadratischen Fehler, ursprüngliche Einheiten</translation>
    </message>
    <message>
        <source>share of the variance explained</source>
        <translation>erklärter Anteil der Varianz</translation>
    </message>
    <message>
        <source>share of classes told right</source>
        <translation>Anteil richtig genannter Klassen</translation>
    </message>
    <message>
        <source>squared error (scaled) of always saying the training part&apos;s mean, on validation</source>
        <translation>quadratischer Fehler (skaliert), wenn immer das Mittel des Trainingsteils genannt wird, auf Validierung</translation>
    </message>
    <message>
        <source>1 − error / error of the best baseline, on the training part</source>
        <translation>1 − Fehler / Fehler der besten Baseline, im Trainingsteil</translation>
    </message>
    <message>
        <source>1 − error / error of the best baseline, on the validation part</source>
        <translation>1 − Fehler / Fehler der besten Baseline, im Validierungsteil</translation>
    </message>
    <message>
        <source>1 − error / error of the best baseline, on the test part</source>
        <translation>1 − Fehler / Fehler der besten Baseline, im Testteil</translation>
    </message>
    <message>
        <source>root mean squared error of a baseline (last-value, mean, …), original units</source>
        <translation>Wurzel aus dem mittleren quadratischen Fehler einer Baseline (last-value, mean, …), ursprüngliche Einheiten</translation>
    </message>
    <message>
        <source>trainable numbers of the network</source>
        <translation>trainierbare Zahlen des Netzes</translation>
    </message>
    <message>
        <source>sequences of a part (train, validation, test)</source>
        <translation>Sequenzen eines Teils (train, validation, test)</translation>
    </message>
    <message>
        <source>steps of a sequence</source>
        <translation>Schritte einer Sequenz</translation>
    </message>
    <message>
        <source>epoch with the lowest validation loss</source>
        <translation>Epoche mit dem kleinsten Validierungsverlust</translation>
    </message>
    <message>
        <source>its validation loss</source>
        <translation>deren Validierungsverlust</translation>
    </message>
    <message>
        <source>training loss that was noted after an epoch</source>
        <translation>Trainingsverlust, der nach einer Epoche notiert wurde</translation>
    </message>
    <message>
        <source>validation loss that was noted after an epoch</source>
        <translation>Validierungsverlust, der nach einer Epoche notiert wurde</translation>
    </message>
    <message>
        <source>loss of the last batch, before its update</source>
        <translation>Verlust des letzten Batches, vor seiner Änderung</translation>
    </message>
    <message>
        <source>gradient norm of the last batch, before clipping</source>
        <translation>Gradientennorm des letzten Batches, vor dem Begrenzen</translation>
    </message>
    <message>
        <source>how far it moved the weights, in percent of their own size</source>
        <translation>wie weit er die Gewichte bewegt hat, in Prozent ihrer eigenen Größe</translation>
    </message>
    <message>
        <source>the sequence that is shown</source>
        <translation>die gezeigte Sequenz</translation>
    </message>
    <message>
        <source>the layer that is shown, from 1</source>
        <translation>die gezeigte Schicht, von 1 an</translation>
    </message>
    <message>
        <source>the step that is shown</source>
        <translation>der gezeigte Schritt</translation>
    </message>
    <message>
        <source>the unit that is shown</source>
        <translation>die gezeigte Einheit</translation>
    </message>
    <message>
        <source>first output of a sequence, scaled, with what is held</source>
        <translation>erste Ausgabe einer Sequenz, skaliert, mit dem, was festgehalten ist</translation>
    </message>
    <message>
        <source>its target, scaled</source>
        <translation>deren Ziel, skaliert</translation>
    </message>
    <message>
        <source>reset gate at a place</source>
        <translation>Rücksetztor an einer Stelle</translation>
    </message>
    <message>
        <source>update gate at a place</source>
        <translation>Aktualisierungstor an einer Stelle</translation>
    </message>
    <message>
        <source>candidate at a place</source>
        <translation>Kandidat an einer Stelle</translation>
    </message>
    <message>
        <source>hidden state at a place</source>
        <translation>verdeckter Zustand an einer Stelle</translation>
    </message>
    <message>
        <source>mean of the reset gate</source>
        <translation>Mittel des Rücksetztors</translation>
    </message>
    <message>
        <source>mean of the update gate; where=COLUMN: at steps where that input is not zero</source>
        <translation>Mittel des Aktualisierungstors; where=COLUMN: in Schritten, in denen diese Eingabe nicht null ist</translation>
    </message>
    <message>
        <source>mean share of the old state that is kept</source>
        <translation>mittlerer Anteil des alten Zustands, der behalten wird</translation>
    </message>
    <message>
        <source>mean size of the hidden state</source>
        <translation>mittlere Größe des verdeckten Zustands</translation>
    </message>
    <message>
        <source>median share of the gradient that is left so many steps back (top layer)</source>
        <translation>Median des Anteils am Gradienten, der so viele Schritte zuvor übrig ist (oberste Schicht)</translation>
    </message>
    <message>
        <source>mean share of a gradient path: carry, candidate, reset, update</source>
        <translation>mittlerer Anteil eines Gradientenpfads: carry, candidate, reset, update</translation>
    </message>
    <message>
        <source>mean size of ∂ŷ/∂x so many steps before the end</source>
        <translation>mittlere Größe von ∂ŷ/∂x so viele Schritte vor dem Ende</translation>
    </message>
    <message>
        <source>lag at which the mean size of ∂ŷ/∂x is largest</source>
        <translation>Abstand, bei dem die mittlere Größe von ∂ŷ/∂x am größten ist</translation>
    </message>
    <message>
        <source>longest half-life of a unit&apos;s carried part, in steps (top layer)</source>
        <translation>längste Halbwertszeit des Mitgeführten einer Einheit, in Schritten (oberste Schicht)</translation>
    </message>
    <message>
        <source>states that the network stays in under input zero: stable (unless kind says saddle or repeller)</source>
        <translation>Zustände, in denen das Netz bei Eingabe null bleibt: stabile (wenn kind nicht saddle oder repeller sagt)</translation>
    </message>
    <message>
        <source>slowest way back to a stable one, in steps (e-fold)</source>
        <translation>langsamster Weg zurück zu einem stabilen, in Schritten (auf 1/e)</translation>
    </message>
    <message>
        <source>standard deviation of the last rows of a free run from the test part on, original units</source>
        <translation>Standardabweichung der letzten Zeilen eines Freilaufs vom Testteil an, ursprüngliche Einheiten</translation>
    </message>
    <message>
        <source>run the training, or pause it</source>
        <translation>das Training starten oder anhalten</translation>
    </message>
    <message>
        <source>train on one batch</source>
        <translation>auf einem Batch trainieren</translation>
    </message>
    <message>
        <source>train to the end of the epoch</source>
        <translation>bis zum Ende der Epoche trainieren</translation>
    </message>
    <message>
        <source>do one phase of a batch</source>
        <translation>eine Phase eines Batches ausführen</translation>
    </message>
    <message>
        <source>stop after the batch under way</source>
        <translation>nach dem laufenden Batch anhalten</translation>
    </message>
    <message>
        <source>go back to the initial weights</source>
        <translation>zu den Anfangsgewichten zurückgehen</translation>
    </message>
    <message>
        <source>draw other initial weights</source>
        <translation>andere Anfangsgewichte ziehen</translation>
    </message>
    <message>
        <source>take the weights of the best epoch</source>
        <translation>die Gewichte der besten Epoche einsetzen</translation>
    </message>
    <message>
        <source>take back the last change</source>
        <translation>die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>do again what was taken back</source>
        <translation>das Zurückgenommene wiederholen</translation>
    </message>
    <message>
        <source>ask for a file and open it</source>
        <translation>nach einer Datei fragen und sie öffnen</translation>
    </message>
    <message>
        <source>save the session</source>
        <translation>die Sitzung speichern</translation>
    </message>
    <message>
        <source>save the session under another name</source>
        <translation>die Sitzung unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>write the weights for other programs</source>
        <translation>die Gewichte für andere Programme schreiben</translation>
    </message>
    <message>
        <source>write a report on the run</source>
        <translation>einen Bericht über den Lauf schreiben</translation>
    </message>
    <message>
        <source>end the program</source>
        <translation>das Programm beenden</translation>
    </message>
    <message>
        <source>ask for a class set-up and open it</source>
        <translation>nach einem Klassenpaket fragen und es öffnen</translation>
    </message>
    <message>
        <source>write a class set-up</source>
        <translation>ein Klassenpaket schreiben</translation>
    </message>
    <message>
        <source>go back to what the class set-up says</source>
        <translation>zu dem zurückgehen, was das Klassenpaket vorgibt</translation>
    </message>
    <message>
        <source>show everything again</source>
        <translation>wieder alles zeigen</translation>
    </message>
    <message>
        <source>put every panel back in its place</source>
        <translation>jedes Feld an seinen Platz zurückbringen</translation>
    </message>
    <message>
        <source>stop all animation, or allow it</source>
        <translation>alle Bewegung anhalten oder zulassen</translation>
    </message>
    <message>
        <source>present: everything larger, controls folded away</source>
        <translation>vorführen: alles größer, Bedienung eingeklappt</translation>
    </message>
    <message>
        <source>dim everything but what lies around the pointer, or light it again</source>
        <translation>alles abdunkeln außer der Umgebung des Zeigers, oder wieder aufhellen</translation>
    </message>
    <message>
        <source>explain what has the focus</source>
        <translation>erklären, was den Fokus hat</translation>
    </message>
    <message>
        <source>show the manual&apos;s contents</source>
        <translation>das Inhaltsverzeichnis des Handbuchs zeigen</translation>
    </message>
    <message>
        <source>list the keys</source>
        <translation>die Tasten auflisten</translation>
    </message>
    <message>
        <source>say which version this is</source>
        <translation>sagen, welche Version dies ist</translation>
    </message>
    <message>
        <source>turn to the lesson&apos;s next page</source>
        <translation>zur nächsten Seite der Lektion blättern</translation>
    </message>
    <message>
        <source>turn to the lesson&apos;s page before</source>
        <translation>zur vorigen Seite der Lektion blättern</translation>
    </message>
    <message>
        <source>show or hide the teacher&apos;s notes</source>
        <translation>die Notizen für die Lehrkraft zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>take down what is done as a lesson</source>
        <translation>was getan wird, als Lektion festhalten</translation>
    </message>
    <message>
        <source>close the lesson</source>
        <translation>die Lektion schließen</translation>
    </message>
    <message>
        <source>carry</source>
        <translation>geradeaus</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Rücksetztor</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Aktualisierungstor</translation>
    </message>
    <message>
        <source>Reset gate</source>
        <translation>Rücksetztor</translation>
    </message>
    <message>
        <source>how much of the old state the candidate may see</source>
        <translation>wie viel vom alten Zustand der Kandidat sehen darf</translation>
    </message>
    <message>
        <source>Update gate</source>
        <translation>Aktualisierungstor</translation>
    </message>
    <message>
        <source>how much of the old state is kept</source>
        <translation>wie viel vom alten Zustand behalten wird</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>the new content proposed</source>
        <translation>der vorgeschlagene neue Inhalt</translation>
    </message>
    <message>
        <source>New state</source>
        <translation>Neuer Zustand</translation>
    </message>
    <message>
        <source>what is passed on</source>
        <translation>was weitergegeben wird</translation>
    </message>
    <message>
        <source>held at 1: the candidate sees the whole old state</source>
        <translation>auf 1 festgehalten: Der Kandidat sieht den ganzen alten Zustand</translation>
    </message>
    <message>
        <source>the new content proposed, from the whole old state</source>
        <translation>der vorgeschlagene neue Inhalt, aus dem ganzen alten Zustand</translation>
    </message>
    <message>
        <source>held at 0: nothing of the old state is kept</source>
        <translation>auf 0 festgehalten: Vom alten Zustand wird nichts behalten</translation>
    </message>
    <message>
        <source>what is passed on: the candidate alone</source>
        <translation>was weitergegeben wird: nur der Kandidat</translation>
    </message>
    <message>
        <source>how much of the new candidate is taken</source>
        <translation>wie viel vom neuen Kandidaten übernommen wird</translation>
    </message>
    <message>
        <source>held at 1: the new candidate is taken whole</source>
        <translation>auf 1 festgehalten: Der neue Kandidat wird ganz übernommen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Backward through time</source>
        <translation>Rückwärts durch die Zeit</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Begrenzen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>bias %1</source>
        <translation>Bias %1</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>er selbst</translation>
    </message>
    <message>
        <source>old state</source>
        <translation>alter Zustand</translation>
    </message>
    <message>
        <source>held in training</source>
        <translation>im Training festgehalten</translation>
    </message>
    <message>
        <source>Free running is %1: %2; %3</source>
        <translation>Der Freilauf ist %1: %2; %3</translation>
    </message>
    <message>
        <source>an interval of this level takes %1 validation windows, and there are %2</source>
        <translation>ein Intervall dieses Niveaus braucht %1 Validierungsfenster, und es gibt %2</translation>
    </message>
    <message>
        <source>Beyond the last row the free run takes the known future of %1.</source>
        <translation>Nach der letzten Zeile nimmt der Freilauf die bekannte Zukunft von %1.</translation>
    </message>
    <message>
        <source>1 blank line left out</source>
        <translation>1 leere Zeile weggelassen</translation>
    </message>
    <message>
        <source>%9 blank lines left out</source>
        <translation>%9 leere Zeilen weggelassen</translation>
    </message>
    <message>
        <source>The text is no UTF-8 and is read as Latin-1 (Windows-1252)</source>
        <translation>Der Text ist kein UTF-8 und wird als Latin-1 (Windows-1252) gelesen</translation>
    </message>
    <message>
        <source>Only one column was found; choose the delimiter if there are more</source>
        <translation>Nur eine Spalte wurde gefunden; wählen Sie das Trennzeichen, wenn es mehr sind</translation>
    </message>
    <message>
        <source>Empty columns are left out: %1</source>
        <translation>Leere Spalten sind weggelassen: %1</translation>
    </message>
    <message>
        <source>The column names are taken from the last comment line</source>
        <translation>Die Spaltennamen stammen aus der letzten Kommentarzeile</translation>
    </message>
    <message>
        <source>The first row holds values, so the columns are named column1, column2, …</source>
        <translation>Die erste Zeile enthält Werte, also heißen die Spalten column1, column2, …</translation>
    </message>
    <message>
        <source>Numbers have a decimal comma</source>
        <translation>Die Zahlen haben ein Dezimalkomma</translation>
    </message>
    <message>
        <source>%1 does not change in the training part (%2); it is scaled to 0</source>
        <translation>%1 ändert sich im Trainingsteil nicht (%2); es wird auf 0 skaliert</translation>
    </message>
    <message>
        <source>Each sequence has one label, which its windows are to tell; the horizon plays no part</source>
        <translation>Jede Sequenz hat eine Klasse, die ihre Fenster erkennen sollen; der Horizont spielt keine Rolle</translation>
    </message>
    <message>
        <source>%9 sequences by %1; the rows of each are split into the parts, and no window crosses them</source>
        <translation>%9 Sequenzen nach %1; die Zeilen jeder werden auf die Teile verteilt, und kein Fenster überschreitet sie</translation>
    </message>
    <message>
        <source>%9 sequences by %1; whole sequences are split into the parts, and no window crosses them</source>
        <translation>%9 Sequenzen nach %1; ganze Sequenzen kommen in die Teile, und kein Fenster überschreitet sie</translation>
    </message>
    <message>
        <source>Features made of the time %1: %2</source>
        <translation>Merkmale aus der Zeit %1: %2</translation>
    </message>
    <message>
        <source>%1 with missing values left out (%2); the rows around them are taken as neighbours</source>
        <translation>%1 mit fehlenden Werten weggelassen (%2); die Zeilen darum gelten als Nachbarn</translation>
    </message>
    <message>
        <source>The chance of %1 rises from %2 to %3.</source>
        <translation>Die Wahrscheinlichkeit von %1 steigt von %2 auf %3.</translation>
    </message>
    <message>
        <source>The chance of %1 rises from %2 to %3; the loss stays at %4.</source>
        <translation>Die Wahrscheinlichkeit von %1 steigt von %2 auf %3; der Verlust bleibt bei %4.</translation>
    </message>
    <message>
        <source>The chance of %1 rises from %2 to %3; the loss rises from %4 to %5.</source>
        <translation>Die Wahrscheinlichkeit von %1 steigt von %2 auf %3; der Verlust steigt von %4 auf %5.</translation>
    </message>
    <message>
        <source>The chance of %1 rises from %2 to %3; the loss falls from %4 to %5.</source>
        <translation>Die Wahrscheinlichkeit von %1 steigt von %2 auf %3; der Verlust fällt von %4 auf %5.</translation>
    </message>
    <message>
        <source>The chance of %1 falls from %2 to %3.</source>
        <translation>Die Wahrscheinlichkeit von %1 fällt von %2 auf %3.</translation>
    </message>
    <message>
        <source>The chance of %1 falls from %2 to %3; the loss stays at %4.</source>
        <translation>Die Wahrscheinlichkeit von %1 fällt von %2 auf %3; der Verlust bleibt bei %4.</translation>
    </message>
    <message>
        <source>The chance of %1 falls from %2 to %3; the loss rises from %4 to %5.</source>
        <translation>Die Wahrscheinlichkeit von %1 fällt von %2 auf %3; der Verlust steigt von %4 auf %5.</translation>
    </message>
    <message>
        <source>The chance of %1 falls from %2 to %3; the loss falls from %4 to %5.</source>
        <translation>Die Wahrscheinlichkeit von %1 fällt von %2 auf %3; der Verlust fällt von %4 auf %5.</translation>
    </message>
    <message>
        <source>The chance of %1 does not move.</source>
        <translation>Die Wahrscheinlichkeit von %1 bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The chance of %1 does not move; the loss stays at %2.</source>
        <translation>Die Wahrscheinlichkeit von %1 bleibt, wie sie ist; der Verlust bleibt bei %2.</translation>
    </message>
    <message>
        <source>show what is new</source>
        <translation>zeigen, was neu ist</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>rows: input, recurrent; columns: %1</source>
        <translation>Zeilen: Eingabe, rekurrent; Spalten: %1</translation>
    </message>
    <message>
        <source>%1 · layer %9 · unit %8 · from %2</source>
        <translation>%1 · Schicht %9 · Einheit %8 · von %2</translation>
    </message>
    <message>
        <source>%1 · layer %9 · unit %8 · bias %2</source>
        <translation>%1 · Schicht %9 · Einheit %8 · Bias %2</translation>
    </message>
    <message>
        <source>h%8 of layer %9</source>
        <translation>h%8 der Schicht %9</translation>
    </message>
    <message>
        <source>%1 of layer %9</source>
        <translation>%1 der Schicht %9</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yearday</source>
        <translation>Tag im Jahr</translation>
    </message>
    <message>
        <source>stopped early: no better loss for %1 epochs</source>
        <translation>vorzeitig beendet: seit %1 Epochen kein besserer Verlust</translation>
    </message>
    <message>
        <source>epoch %1: the validation loss is not a finite number; the weights are those of the epoch&apos;s end: scale features and target, or lower the learning rate, then go on</source>
        <translation>Epoche %1: Der Validierungsverlust ist keine endliche Zahl; die Gewichte sind die vom Ende der Epoche: Skalieren Sie Merkmale und Ziel, oder senken Sie die Lernrate, dann geht es weiter</translation>
    </message>
    <message>
        <source>step %1: %2 at learning rate %3; the weights are those before this step: lower the learning rate or clip the gradient norm, then go on</source>
        <translation>Schritt %1: %2 bei der Lernrate %3; die Gewichte sind die vor diesem Schritt: Senken Sie die Lernrate oder begrenzen Sie die Norm des Gradienten, dann geht es weiter</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Ausgabeschicht</translation>
    </message>
    <message>
        <source>z = 1 keeps the old state</source>
        <translation>z = 1 behält den alten Zustand</translation>
    </message>
    <message>
        <source>z = 1 takes the new candidate</source>
        <translation>z = 1 nimmt den neuen Kandidaten</translation>
    </message>
    <message>
        <source>the textbook writes none; this model&apos;s b is written behind</source>
        <translation>das Lehrbuch schreibt keine; das b dieses Modells steht dahinter</translation>
    </message>
    <message>
        <source>The row under the header is taken as units (%1 overrules)</source>
        <translation>Die Zeile unter dem Kopf gilt als Einheiten (änderbar: %1)</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>innen</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>bits a character of a text costs, on the training part</source>
        <translation>Bits, die ein Zeichen eines Textes kostet, im Trainingsteil</translation>
    </message>
    <message>
        <source>bits a character of a text costs, on the validation part</source>
        <translation>Bits, die ein Zeichen eines Textes kostet, im Validierungsteil</translation>
    </message>
    <message>
        <source>bits a character of a text costs, on the test part</source>
        <translation>Bits, die ein Zeichen eines Textes kostet, im Testteil</translation>
    </message>
    <message>
        <source>the same of counting: frequencies, bigram, trigram</source>
        <translation>dasselbe für das Zählen: frequencies, bigram, trigram</translation>
    </message>
    <message>
        <source>different characters that a text network knows, with “other”</source>
        <translation>verschiedene Zeichen, die ein Textnetz kennt, mit „sonstige“</translation>
    </message>
    <message>
        <source>share of the words in 4,000 characters it writes that are words of its training text</source>
        <translation>Anteil der Wörter in 4,000 Zeichen, die es schreibt, die Wörter seines Trainingstextes sind</translation>
    </message>
    <message>
        <source>how many different words these are</source>
        <translation>wie viele verschiedene Wörter das sind</translation>
    </message>
    <message>
        <source>mean of the hidden state; letter=N: at the N-th letter of a text&apos;s words, 0 at the blank before</source>
        <translation>Mittel des verdeckten Zustands; letter=N: beim N-ten Buchstaben der Wörter eines Textes, 0 beim Leerzeichen davor</translation>
    </message>
    <message>
        <source>share of the first input&apos;s variance (or of the one named), so many steps ago, that can be read from the top layer&apos;s state (R²)</source>
        <translation>Anteil der Varianz der ersten Eingabe (oder der genannten) von vor so vielen Schritten, der sich aus dem Zustand der obersten Schicht lesen lässt (R²)</translation>
    </message>
    <message>
        <source>go to Data</source>
        <translation>zu „Daten“ gehen</translation>
    </message>
    <message>
        <source>go to Train</source>
        <translation>zu „Training“ gehen</translation>
    </message>
    <message>
        <source>go to Inspect</source>
        <translation>zu „Untersuchen“ gehen</translation>
    </message>
    <message>
        <source>go to Predict</source>
        <translation>zu „Vorhersagen“ gehen</translation>
    </message>
    <message>
        <source>go to Compare</source>
        <translation>zu „Vergleichen“ gehen</translation>
    </message>
    <message>
        <source>go to Learn</source>
        <translation>zu „Lernen“ gehen</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>„%1“ öffnen</translation>
    </message>
    <message>
        <source>show sequence %9</source>
        <translation>Sequenz %9 zeigen</translation>
    </message>
    <message>
        <source>show layer %9</source>
        <translation>Schicht %9 zeigen</translation>
    </message>
    <message>
        <source>show step %9</source>
        <translation>Schritt %9 zeigen</translation>
    </message>
    <message>
        <source>show unit %9</source>
        <translation>Einheit %9 zeigen</translation>
    </message>
    <message>
        <source>open the page what-if</source>
        <translation>die Seite „Was wäre, wenn“ öffnen</translation>
    </message>
    <message>
        <source>open the page lag</source>
        <translation>die Seite „Abstand“ öffnen</translation>
    </message>
    <message>
        <source>open the page portrait</source>
        <translation>die Seite „Porträt“ öffnen</translation>
    </message>
    <message>
        <source>open the page memory</source>
        <translation>die Seite „Gedächtnis“ öffnen</translation>
    </message>
    <message>
        <source>open the page health</source>
        <translation>die Seite „Tore“ öffnen</translation>
    </message>
    <message>
        <source>open the page search</source>
        <translation>die Seite „Suche“ öffnen</translation>
    </message>
    <message>
        <source>open the page lens</source>
        <translation>die Seite „Konventionen“ öffnen</translation>
    </message>
    <message>
        <source>open the page automaton</source>
        <translation>die Seite „Automat“ öffnen</translation>
    </message>
    <message>
        <source>open the page letters</source>
        <translation>die Seite „Buchstaben“ öffnen</translation>
    </message>
    <message>
        <source>show what is remembered by unit</source>
        <translation>zeigen, was jede Einheit behält</translation>
    </message>
    <message>
        <source>show what is remembered by lag</source>
        <translation>zeigen, was nach Abstand behalten wird</translation>
    </message>
    <message>
        <source>open the cell forward</source>
        <translation>die Zelle vorwärts öffnen</translation>
    </message>
    <message>
        <source>open the cell backward</source>
        <translation>die Zelle rückwärts öffnen</translation>
    </message>
    <message>
        <source>show the cell by layer</source>
        <translation>die Zelle nach Schicht zeigen</translation>
    </message>
    <message>
        <source>show the cell by unit</source>
        <translation>die Zelle nach Einheit zeigen</translation>
    </message>
    <message>
        <source>show the cell by products</source>
        <translation>die Zelle nach Produkten zeigen</translation>
    </message>
    <message>
        <source>look for fixed points: input off</source>
        <translation>nicht nach Fixpunkten suchen</translation>
    </message>
    <message>
        <source>look for fixed points: input zero</source>
        <translation>Fixpunkte bei Eingabe null suchen</translation>
    </message>
    <message>
        <source>look for fixed points: input mean</source>
        <translation>Fixpunkte bei mittlerer Eingabe suchen</translation>
    </message>
    <message>
        <source>look for fixed points: input cursor</source>
        <translation>Fixpunkte bei der Eingabe am Cursor suchen</translation>
    </message>
    <message>
        <source>colour the letters by loss</source>
        <translation>die Buchstaben nach dem Verlust färben</translation>
    </message>
    <message>
        <source>colour the letters by %1</source>
        <translation>die Buchstaben nach %1 färben</translation>
    </message>
    <message>
        <source>let it run freely for %9 rows</source>
        <translation>%9 Zeilen weit frei laufen lassen</translation>
    </message>
    <message>
        <source>write at a temperature of %9</source>
        <translation>bei Temperatur %9 schreiben</translation>
    </message>
    <message>
        <source>show the network as it was after epoch %9</source>
        <translation>das Netz zeigen, wie es nach Epoche %9 war</translation>
    </message>
    <message>
        <source>hold the reset gate of every unit at %9</source>
        <translation>das Rücksetztor jeder Einheit auf %9 festhalten</translation>
    </message>
    <message>
        <source>hold the update gate of every unit at %9</source>
        <translation>das Aktualisierungstor jeder Einheit auf %9 festhalten</translation>
    </message>
    <message>
        <source>let every gate go again</source>
        <translation>alle Tore wieder loslassen</translation>
    </message>
    <message>
        <source>train to batch %9</source>
        <translation>bis Batch %9 trainieren</translation>
    </message>
    <message>
        <source>train to epoch %9</source>
        <translation>bis Epoche %9 trainieren</translation>
    </message>
    <message>
        <source>set %1 to %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>train at a speed of %9 steps a second</source>
        <translation>mit %9 Schritten in der Sekunde trainieren</translation>
    </message>
    <message>
        <source>point at %1</source>
        <translation>auf „%1“ zeigen</translation>
    </message>
    <message>
        <source>character frequencies</source>
        <translation>Zeichenhäufigkeiten</translation>
    </message>
    <message>
        <source>How often each character is in the training part, whatever comes before it.</source>
        <translation>Wie oft jedes Zeichen im Trainingsteil vorkommt, gleich was davor steht.</translation>
    </message>
    <message>
        <source>one character before</source>
        <translation>ein Zeichen davor</translation>
    </message>
    <message>
        <source>How often each character follows the one before it in the training part, each one time more.</source>
        <translation>Wie oft jedes Zeichen im Trainingsteil auf das eine davor folgt, jedes einmal mehr gezählt.</translation>
    </message>
    <message>
        <source>two characters before</source>
        <translation>zwei Zeichen davor</translation>
    </message>
    <message>
        <source>How often each character follows the two before it in the training part, each one time more.</source>
        <translation>Wie oft jedes Zeichen im Trainingsteil auf die zwei davor folgt, jedes einmal mehr gezählt.</translation>
    </message>
    <message>
        <source>first batch whose loss or gradient was not finite (0 while all are)</source>
        <translation>erster Batch, dessen Verlust oder Gradient nicht endlich war (0, solange alle es sind)</translation>
    </message>
    <message>
        <source>%1 of %2 pass through %3 of %4; the head reads the state of the top layer at %5.</source>
        <translation>%1 zu je %2 laufen durch das Netz (%3, je %4); die Ausgabeschicht liest den Zustand der obersten Schicht an %5.</translation>
    </message>
    <message>
        <source>The gradient is cut to %1: its norm falls from %2 to %3, and it turns by %4°.</source>
        <translation>Der Gradient wird auf %1 gekürzt: Seine Norm sinkt von %2 auf %3, und er dreht sich um %4°.</translation>
    </message>
    <message>
        <source>Most of it meets weights and the slopes of σ and tanh, which multiply from step to step: there it vanishes or grows.</source>
        <translation>Das meiste davon trifft auf Gewichte und auf die Steigungen von σ und tanh, die sich von Schritt zu Schritt multiplizieren: Dort verschwindet es oder wächst.</translation>
    </message>
    <message>
        <source>So ‖δ‖ goes from %1 to %2: it keeps its size on this step.</source>
        <translation>So geht ‖δ‖ von %1 auf %2: In diesem Schritt behält der Gradient seine Größe.</translation>
    </message>
    <message>
        <source>So ‖δ‖ goes from %1 to %2: it shrinks to %3 on this step.</source>
        <translation>So geht ‖δ‖ von %1 auf %2: In diesem Schritt schrumpft der Gradient auf %3.</translation>
    </message>
    <message>
        <source>So ‖δ‖ goes from %1 to %2: it grows to %3 on this step.</source>
        <translation>So geht ‖δ‖ von %1 auf %2: In diesem Schritt wächst der Gradient auf %3.</translation>
    </message>
    <message>
        <source>the norm&apos;s limit of %1 and the limit of %2 for each element</source>
        <translation>die Höchstnorm %1 und den Höchstbetrag %2 je Element</translation>
    </message>
</context>
<context>
    <name>gatescope::AsideCard</name>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Holds a gate, silences a unit or sets a value: output and loss answer at once.</source>
        <translation>Hält ein Tor fest, schaltet eine Einheit stumm oder setzt einen Wert: Ausgabe und Verlust antworten sofort.</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>How much of the gradient is left so many steps back.</source>
        <translation>Wie viel vom Gradienten so viele Schritte zuvor noch übrig ist.</translation>
    </message>
    <message>
        <source>Gradient by lag</source>
        <translation>Gradient nach Abstand</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Porträt</translation>
    </message>
    <message>
        <source>The hidden states along their two principal components.</source>
        <translation>Die verdeckten Zustände entlang ihrer zwei Hauptkomponenten.</translation>
    </message>
    <message>
        <source>Phase portrait</source>
        <translation>Phasenporträt</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Tore</translation>
    </message>
    <message>
        <source>Saturated gates, dead units and twins.</source>
        <translation>Gesättigte Tore, tote Einheiten und Zwillinge.</translation>
    </message>
    <message>
        <source>Gate health</source>
        <translation>Zustand der Tore</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Finds where in the data the same units are on.</source>
        <translation>Findet, wo in den Daten dieselben Einheiten aktiv sind.</translation>
    </message>
    <message>
        <source>Pattern search</source>
        <translation>Mustersuche</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Konventionen</translation>
    </message>
    <message>
        <source>The same weights as PyTorch, Keras, ONNX and the textbook write them.</source>
        <translation>Dieselben Gewichte, wie PyTorch, Keras, ONNX und das Lehrbuch sie schreiben.</translation>
    </message>
    <message>
        <source>Convention lens</source>
        <translation>Vergleich der Konventionen</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>The text coloured by a unit, and what the network thinks comes next.</source>
        <translation>Der Text, gefärbt nach einer Einheit, und was das Netz als Nächstes erwartet.</translation>
    </message>
    <message>
        <source>beside a plain tanh network</source>
        <translation>neben einem einfachen tanh-Netz</translation>
    </message>
    <message>
        <source>Trains a plain tanh network of the same size on the same batches beside it, on a thread of its own, and draws its gradient too.</source>
        <translation>Trainiert daneben ein einfaches tanh-Netz derselben Größe auf denselben Batches, in einem eigenen Thread, und zeichnet auch dessen Gradienten.</translation>
    </message>
    <message>
        <source>twin: batches learnt: %1</source>
        <translation>Zwilling: gelernte Batches: %1</translation>
    </message>
    <message>
        <source>Coloured by</source>
        <translation>Gefärbt nach</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>Colours the points by their step.</source>
        <translation>Färbt die Punkte nach ihrem Schritt.</translation>
    </message>
    <message>
        <source>by target</source>
        <translation>nach Ziel</translation>
    </message>
    <message>
        <source>Colours the points by the target&apos;s value at their step, or its class.</source>
        <translation>Färbt die Punkte nach dem Wert des Ziels in ihrem Schritt oder nach seiner Klasse.</translation>
    </message>
    <message>
        <source>coloured</source>
        <translation>gefärbt</translation>
    </message>
    <message>
        <source>Convention</source>
        <translation>Konvention</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>As torch.nn.GRU holds them.</source>
        <translation>Wie torch.nn.GRU sie enthält.</translation>
    </message>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
    <message>
        <source>As keras.layers.GRU holds them.</source>
        <translation>Wie keras.layers.GRU sie enthält.</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>As the ONNX operator GRU holds them.</source>
        <translation>Wie der ONNX-Operator GRU sie enthält.</translation>
    </message>
    <message>
        <source>Textbook</source>
        <translation>Lehrbuch</translation>
    </message>
    <message>
        <source>As Chung et al. (2014) write them: there z takes the new.</source>
        <translation>Wie Chung et al. (2014) sie schreiben: Dort nimmt z das Neue.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Colours the letters by the %1.</source>
        <translation>Färbt die Buchstaben nach: %1.</translation>
    </message>
    <message>
        <source>coloured by</source>
        <translation>gefärbt nach</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>Schicht %1 · %2</translation>
    </message>
    <message>
        <source>How long each unit carries what it holds, and what can really be read from the states.</source>
        <translation>Wie lange jede Einheit mitführt, was sie enthält, und was sich wirklich aus den Zuständen lesen lässt.</translation>
    </message>
    <message>
        <source>Automaton</source>
        <translation>Automat</translation>
    </message>
    <message>
        <source>The few states that the network moves between, where its inputs are few symbols.</source>
        <translation>Die wenigen Zustände, zwischen denen sich das Netz bewegt, wenn seine Eingaben wenige Symbole sind.</translation>
    </message>
    <message>
        <source>hold the plane</source>
        <translation>Ebene festhalten</translation>
    </message>
    <message>
        <source>Keeps this plane and its scale, so that states are seen to move while the film runs or the training goes on.</source>
        <translation>Behält diese Ebene und ihren Maßstab bei, sodass zu sehen ist, wie sich Zustände bewegen, während der Film oder das Training läuft.</translation>
    </message>
</context>
<context>
    <name>gatescope::AskBox</name>
    <message>
        <source>Before the lesson: %1</source>
        <translation>Vor der Lektion: %1</translation>
    </message>
    <message>
        <source>Once more: %1</source>
        <translation>Noch einmal: %1</translation>
    </message>
    <message>
        <source>Before you look: %1</source>
        <translation>Bevor Sie hinsehen: %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Aufdecken</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Takes your answer; then the page goes on.</source>
        <translation>Nimmt Ihre Antwort an; dann geht die Seite weiter.</translation>
    </message>
    <message>
        <source>For the teacher: shows the answer without one of your own.</source>
        <translation>Für die Lehrkraft: zeigt die Antwort, ohne selbst zu antworten.</translation>
    </message>
    <message>
        <source>Point at it in the views, then press Answer.</source>
        <translation>Zeigen Sie in den Ansichten darauf und drücken Sie dann Antworten.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>another place</source>
        <translation>eine andere Stelle</translation>
    </message>
    <message>
        <source>A number is asked for, such as 0.25.</source>
        <translation>Gefragt ist eine Zahl, etwa 0.25.</translation>
    </message>
    <message>
        <source>Noted. The same question comes at the end.</source>
        <translation>Notiert. Dieselbe Frage kommt am Ende wieder.</translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation>Ja.</translation>
    </message>
    <message>
        <source>Not quite. It is: %1</source>
        <translation>Nicht ganz. Richtig ist: %1</translation>
    </message>
    <message>
        <source>Before the lesson you said: %1.</source>
        <translation>Vor der Lektion sagten Sie: %1.</translation>
    </message>
    <message>
        <source>It is: %1</source>
        <translation>Richtig ist: %1</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Nicht ganz.</translation>
    </message>
</context>
<context>
    <name>gatescope::AutomatonPanel</name>
    <message>
        <source>Sequences in which automaton and network part</source>
        <translation>Sequenzen, in denen Automat und Netz auseinandergehen</translation>
    </message>
    <message>
        <source>Choose a line to go to the step at which the automaton first answers another thing.</source>
        <translation>Wählen Sie eine Zeile, um zu dem Schritt zu gehen, in dem der Automat zum ersten Mal etwas anderes antwortet.</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>automaton</source>
        <translation>Automat</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Reading an automaton: %1 %.</source>
        <translation>Ein Automat wird abgelesen: %1 %.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reading an automaton …</source>
        <translation>Ein Automat wird abgelesen …</translation>
    </message>
    <message>
        <source>no move known</source>
        <translation>kein Übergang bekannt</translation>
    </message>
</context>
<context>
    <name>gatescope::AutomatonView</name>
    <message>
        <source>Automaton</source>
        <translation>Automat</translation>
    </message>
    <message>
        <source>The automaton that does nearly what the network does, and the states it is made of.</source>
        <translation>Der Automat, der fast dasselbe tut wie das Netz, und die Zustände, aus denen er besteht.</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>states, first two components</source>
        <translation>Zustände, erste zwei Komponenten</translation>
    </message>
    <message>
        <source>states</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>The hidden states of this sequence as in the phase portrait, coloured by the automaton&apos;s state that each belongs to. Click one to go to its step.</source>
        <translation>Die verdeckten Zustände dieser Sequenz wie im Phasenporträt, gefärbt nach dem Zustand des Automaten, zu dem jeder gehört. Ein Klick auf einen geht zu seinem Schritt.</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>Zustand %1</translation>
    </message>
    <message>
        <source>State %1%2: answers “%3”; the network&apos;s training sequences are in it at %4 steps.</source>
        <translation>Zustand %1%2: antwortet „%3“; die Trainingssequenzen des Netzes sind in %4 Schritten in ihm.</translation>
    </message>
    <message>
        <source>, where it starts</source>
        <translation>, in dem der Automat beginnt</translation>
    </message>
</context>
<context>
    <name>gatescope::BacktestCard</name>
    <message>
        <source>Backtest</source>
        <translation>Rückschau-Test</translation>
    </message>
    <message>
        <source>train anew at each</source>
        <translation>jedes Mal neu trainieren</translation>
    </message>
    <message>
        <source> origins</source>
        <translation> Startpunkte</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Startpunkte</translation>
    </message>
    <message>
        <source>How many times the test part is entered: after each origin the rows up to the next are forecast, and nothing after it is read by anything fitted for it.</source>
        <translation>Wie oft in den Testteil eingestiegen wird: Nach jedem Startpunkt werden die Zeilen bis zum nächsten vorhergesagt, und nichts danach geht in das ein, was dafür angepasst wird.</translation>
    </message>
    <message>
        <source>Trains a new network at every origin on all rows before it; else one, before the first.</source>
        <translation>Trainiert an jedem Startpunkt ein neues Netz auf allen Zeilen davor; sonst eines vor dem ersten.</translation>
    </message>
    <message>
        <source>Progress of the backtest</source>
        <translation>Fortschritt des Rückschau-Tests</translation>
    </message>
    <message>
        <source>Errors after each origin</source>
        <translation>Fehler nach jedem Startpunkt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Trains as often as there are origins, with the settings of the form.</source>
        <translation>Trainiert so oft, wie es Startpunkte gibt, mit den Einstellungen des Formulars.</translation>
    </message>
    <message>
        <source>Training up to each origin, and forecasting what comes after it …</source>
        <translation>Training bis zu jedem Startpunkt und Vorhersage dessen, was danach kommt …</translation>
    </message>
    <message>
        <source>Would the network have been ahead at other times too? It is trained up to several origins in the test part, each time on the rows before alone.</source>
        <translation>Wäre das Netz auch zu anderen Zeiten vorn gelegen? Es wird bis zu mehreren Startpunkten im Testteil trainiert, jedes Mal nur auf den Zeilen davor.</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>after %1 rows</source>
        <translation>nach %1 Zeilen</translation>
    </message>
    <message>
        <source>The lowest error after this origin.</source>
        <translation>Der kleinste Fehler nach diesem Startpunkt.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>%1 · the network ahead after %2 of %3 origins</source>
        <translation>%1 · das Netz liegt vorn nach %2 von %3 Startpunkten</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
</context>
<context>
    <name>gatescope::BackwardLayer</name>
    <message>
        <source>Inside the cell, backward: the layer</source>
        <translation>In der Zelle, rückwärts: die Schicht</translation>
    </message>
    <message>
        <source>The gradient of every unit: sources, sums and the four paths, as vectors over the units.</source>
        <translation>Der Gradient jeder Einheit: Quellen, Summen und die vier Pfade, als Vektoren über die Einheiten.</translation>
    </message>
    <message>
        <source>δ arrives</source>
        <translation>δ kommt an</translation>
    </message>
    <message>
        <source>from where the loss depends on this state</source>
        <translation>von dort, wo der Verlust von diesem Zustand abhängt</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>above</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>sum − stored = %1 (largest over %2 units)</source>
        <translation>Summe − gespeichert = %1 (größter Wert über %2 Einheiten)</translation>
    </message>
    <message>
        <source>The three sources added up, minus the gradient that the network itself computed.</source>
        <translation>Die drei Quellen addiert, minus dem Gradienten, den das Netz selbst berechnet.</translation>
    </message>
    <message>
        <source>Into the gates</source>
        <translation>In die Tore</translation>
    </message>
    <message>
        <source>what each sum under σ and tanh receives</source>
        <translation>was jede Summe unter σ und tanh erhält</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>nach links</translation>
    </message>
    <message>
        <source>to the step before</source>
        <translation>zum Schritt davor</translation>
    </message>
    <message>
        <source>share of the layer&apos;s gradient: %1</source>
        <translation>Anteil am Gradienten der Schicht: %1</translation>
    </message>
    <message>
        <source>sum − stored = %1 · %2</source>
        <translation>Summe − gespeichert = %1 · %2</translation>
    </message>
    <message>
        <source>The four paths minus the δ stored at the step before (without what reaches it from above); and the length of each path&apos;s vector as a share of the four lengths.</source>
        <translation>Die vier Pfade minus das beim Schritt davor gespeicherte δ (ohne das, was ihn von oben erreicht); und die Länge des Vektors jedes Pfads als Anteil an den vier Längen.</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>to what this layer reads</source>
        <translation>zu dem, was diese Schicht liest</translation>
    </message>
    <message>
        <source>recomputed − stored = %1</source>
        <translation>nachgerechnet − gespeichert = %1</translation>
    </message>
    <message>
        <source>This equation computed again in double precision, minus what the network stored below.</source>
        <translation>Diese Gleichung noch einmal in doppelter Genauigkeit gerechnet, minus dem, was das Netz darunter gespeichert hat.</translation>
    </message>
    <message>
        <source> · lower third of a strip: untouched</source>
        <translation> · unteres Drittel eines Streifens: unberührt</translation>
    </message>
    <message>
        <source>δ = loss + above + right</source>
        <translation>δ = Verlust + oben + rechts</translation>
    </message>
</context>
<context>
    <name>gatescope::BackwardProducts</name>
    <message>
        <source>Inside the cell, backward: single products</source>
        <translation>In der Zelle, rückwärts: einzelne Produkte</translation>
    </message>
    <message>
        <source>Every product of weight and gradient that one unit&apos;s gradient is added up from.</source>
        <translation>Jedes Produkt aus Gewicht und Gradient, aus denen sich der Gradient einer Einheit zusammensetzt.</translation>
    </message>
    <message>
        <source>sum of %1</source>
        <translation>Summe von %1</translation>
    </message>
    <message>
        <source>sum %1 = %2</source>
        <translation>Summe %1 = %2</translation>
    </message>
    <message>
        <source>All products of this list added up.</source>
        <translation>Alle Produkte dieser Liste addiert.</translation>
    </message>
    <message>
        <source>sum − stored = %1</source>
        <translation>Summe − gespeichert = %1</translation>
    </message>
    <message>
        <source>the first step: no more</source>
        <translation>der erste Schritt: weiter geht es nicht</translation>
    </message>
    <message>
        <source>residual of %1</source>
        <translation>Residuum von %1</translation>
    </message>
    <message>
        <source>δ arrives</source>
        <translation>δ kommt an</translation>
    </message>
    <message>
        <source>from loss, above and right</source>
        <translation>vom Verlust, von oben und von rechts</translation>
    </message>
    <message>
        <source>The products added up in double precision, minus the δ that the network stored.</source>
        <translation>Die Produkte in doppelter Genauigkeit addiert, minus das δ, das das Netz gespeichert hat.</translation>
    </message>
    <message>
        <source>Into the gates</source>
        <translation>In die Tore</translation>
    </message>
    <message>
        <source>what the sums under σ and tanh receive</source>
        <translation>was die Summen unter σ und tanh erhalten</translation>
    </message>
    <message>
        <source>factors − gradient = %1</source>
        <translation>Faktoren − Gradient = %1</translation>
    </message>
    <message>
        <source>The factors multiplied, minus the gradient of the sum; a held gate lets none through.</source>
        <translation>Die Faktoren multipliziert, minus dem Gradienten der Summe; ein festgehaltenes Tor lässt nichts durch.</translation>
    </message>
    <message>
        <source>Leaves to the left</source>
        <translation>Geht nach links</translation>
    </message>
    <message>
        <source>on the four paths, to the step before</source>
        <translation>auf den vier Pfaden, zum Schritt davor</translation>
    </message>
    <message>
        <source>The products added up, minus the δ stored at the step before without what reaches it from above.</source>
        <translation>Die Produkte addiert, minus das beim Schritt davor gespeicherte δ ohne das, was ihn von oben erreicht.</translation>
    </message>
</context>
<context>
    <name>gatescope::BackwardUnit</name>
    <message>
        <source>Inside the cell, backward: one unit</source>
        <translation>In der Zelle, rückwärts: eine Einheit</translation>
    </message>
    <message>
        <source>The gradient of one unit: where it comes from and on which four paths it goes on.</source>
        <translation>Der Gradient einer Einheit: woher er kommt und auf welchen vier Pfaden er weiterläuft.</translation>
    </message>
    <message>
        <source>δ arrives</source>
        <translation>δ kommt an</translation>
    </message>
    <message>
        <source>from where the loss depends on this state</source>
        <translation>von dort, wo der Verlust von diesem Zustand abhängt</translation>
    </message>
    <message>
        <source>sum − stored = %1 (largest over %2 units)</source>
        <translation>Summe − gespeichert = %1 (größter Wert über %2 Einheiten)</translation>
    </message>
    <message>
        <source>The three sources added up, minus the gradient that the network itself computed.</source>
        <translation>Die drei Quellen addiert, minus dem Gradienten, den das Netz selbst berechnet.</translation>
    </message>
    <message>
        <source>from the loss</source>
        <translation>vom Verlust</translation>
    </message>
    <message>
        <source>Through the head: only the last layer has it, at the steps where the loss is asked.</source>
        <translation>Über die Ausgabeschicht: Nur die letzte Schicht erhält ihn, in den Schritten, in denen nach dem Verlust gefragt wird.</translation>
    </message>
    <message>
        <source>from above</source>
        <translation>von oben</translation>
    </message>
    <message>
        <source>Through the layer above at the same step.</source>
        <translation>Über die Schicht darüber im selben Schritt.</translation>
    </message>
    <message>
        <source>from the right</source>
        <translation>von rechts</translation>
    </message>
    <message>
        <source>Through the next step: its four paths together.</source>
        <translation>Über den nächsten Schritt: dessen vier Pfade zusammen.</translation>
    </message>
    <message>
        <source>δ: ∂loss/∂h of this unit at this step.</source>
        <translation>δ: ∂Verlust/∂h dieser Einheit in diesem Schritt.</translation>
    </message>
    <message>
        <source>Into the gates</source>
        <translation>In die Tore</translation>
    </message>
    <message>
        <source>what each sum under σ and tanh receives</source>
        <translation>was jede Summe unter σ und tanh erhält</translation>
    </message>
    <message>
        <source>How the gradient of each sum follows from δ: gates near 0 or 1 let little through.</source>
        <translation>Wie der Gradient jeder Summe aus δ folgt: Tore nahe 0 oder 1 lassen wenig durch.</translation>
    </message>
    <message>
        <source>r and z are held in training: they have no sums, so nothing reaches them</source>
        <translation>r und z sind im Training festgehalten: Sie haben keine Summen, also erreicht sie nichts</translation>
    </message>
    <message>
        <source>r is held in training: it has no sum, so nothing reaches it</source>
        <translation>r ist im Training festgehalten: Es hat keine Summe, also erreicht es nichts</translation>
    </message>
    <message>
        <source>z is held in training: it has no sum, so nothing reaches it</source>
        <translation>z ist im Training festgehalten: Es hat keine Summe, also erreicht es nichts</translation>
    </message>
    <message>
        <source>a_r: ∂loss/∂ the sum under the reset gate&apos;s σ.</source>
        <translation>a_r: ∂Verlust/∂ der Summe unter dem σ des Rücksetztors.</translation>
    </message>
    <message>
        <source>a_z: ∂loss/∂ the sum under the update gate&apos;s σ.</source>
        <translation>a_z: ∂Verlust/∂ der Summe unter dem σ des Aktualisierungstors.</translation>
    </message>
    <message>
        <source>a_n: ∂loss/∂ the sum under the candidate&apos;s tanh.</source>
        <translation>a_n: ∂Verlust/∂ der Summe unter dem tanh des Kandidaten.</translation>
    </message>
    <message>
        <source>du: ∂loss/∂u, the recurrent part of the candidate.</source>
        <translation>du: ∂Verlust/∂u, dem rekurrenten Teil des Kandidaten.</translation>
    </message>
    <message>
        <source>to the step before</source>
        <translation>zum Schritt davor</translation>
    </message>
    <message>
        <source>The four paths minus the δ stored at the step before (without what reaches it from above), largest over the units; and the length of each path&apos;s vector as a share of the four lengths, over the layer.</source>
        <translation>Die vier Pfade minus das beim Schritt davor gespeicherte δ (ohne das, was ihn von oben erreicht), größter Wert über die Einheiten; und die Länge des Vektors jedes Pfads als Anteil an den vier Längen, über die Schicht.</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>nach links</translation>
    </message>
    <message>
        <source>∂loss/∂h of the step before that comes through this cell: the four paths added up.</source>
        <translation>∂Verlust/∂h des Schritts davor, soweit er durch diese Zelle kommt: die vier Pfade addiert.</translation>
    </message>
    <message>
        <source>share of the layer&apos;s gradient: %1</source>
        <translation>Anteil am Gradienten der Schicht: %1</translation>
    </message>
    <message>
        <source>sum − stored = %1 · %2</source>
        <translation>Summe − gespeichert = %1 · %2</translation>
    </message>
    <message>
        <source>caption of %1</source>
        <translation>Beschriftung von %1</translation>
    </message>
    <message>
        <source>δ = loss + above + right</source>
        <translation>δ = Verlust + oben + rechts</translation>
    </message>
</context>
<context>
    <name>gatescope::CardHeader</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save this view as a picture or its numbers as CSV, or copy it.</source>
        <translation>Diese Ansicht als Bild oder ihre Zahlen als CSV speichern oder kopieren.</translation>
    </message>
    <message>
        <source>Save as PNG, SVG, PDF or CSV…</source>
        <translation>Als PNG, SVG, PDF oder CSV speichern…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy numbers as CSV</source>
        <translation>Zahlen als CSV kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>gatescope::CellCard</name>
    <message>
        <source>Inside the cell</source>
        <translation>In der Zelle</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>All units at once: every term as a vector (1).</source>
        <translation>Alle Einheiten zugleich: jeder Term als Vektor (1).</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>One unit: its equations with this step&apos;s numbers (2). Press a number to pin it, or N and K.</source>
        <translation>Eine Einheit: ihre Gleichungen mit den Zahlen dieses Schritts (2). Drücken Sie eine Zahl, um sie anzuheften, oder N und K.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>One unit: every single weight × value inside its sums, the largest first (3).</source>
        <translation>Eine Einheit: jedes einzelne Gewicht × Wert in ihren Summen, das größte zuerst (3).</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>How the new state is computed (D).</source>
        <translation>Wie der neue Zustand berechnet wird (D).</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>How the gradient of the loss goes back through the cell (D).</source>
        <translation>Wie der Gradient des Verlusts durch die Zelle zurückläuft (D).</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>reset-after (PyTorch)</source>
        <translation>reset-after (PyTorch)</translation>
    </message>
    <message>
        <source>reset-before (textbook)</source>
        <translation>reset-before (Lehrbuch)</translation>
    </message>
</context>
<context>
    <name>gatescope::CheckBlock</name>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>Aufgabe: %1</translation>
    </message>
    <message>
        <source>Shows a hint; pressed again, the next one.</source>
        <translation>Zeigt einen Hinweis; noch einmal gedrückt den nächsten.</translation>
    </message>
    <message>
        <source>Another hint</source>
        <translation>Noch ein Hinweis</translation>
    </message>
    <message>
        <source>✓ Done: %1</source>
        <translation>✓ Erledigt: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::ChoiceBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassActions</name>
    <message>
        <source>&amp;Open a class set-up…</source>
        <translation>Klassenpaket &amp;öffnen…</translation>
    </message>
    <message>
        <source>Shows what a teacher prepared, and hides the rest.</source>
        <translation>Zeigt, was eine Lehrkraft vorbereitet hat, und blendet den Rest aus.</translation>
    </message>
    <message>
        <source>&amp;Make a class set-up…</source>
        <translation>Klassenpaket &amp;erstellen…</translation>
    </message>
    <message>
        <source>Writes a file of what you tick: lessons, workspaces, settings.</source>
        <translation>Schreibt eine Datei aus dem, was Sie ankreuzen: Lektionen, Arbeitsbereiche, Einstellungen.</translation>
    </message>
    <message>
        <source>&amp;Back to the teacher&apos;s state</source>
        <translation>&amp;Zurück zum Stand der Lehrkraft</translation>
    </message>
    <message>
        <source>As the class set-up says, whatever was changed since.</source>
        <translation>Wie das Klassenpaket es vorgibt, was immer seither geändert wurde.</translation>
    </message>
    <message>
        <source>&amp;Leave the class set-up</source>
        <translation>Klassenpaket &amp;verlassen</translation>
    </message>
    <message>
        <source>Shows everything again.</source>
        <translation>Zeigt wieder alles.</translation>
    </message>
    <message>
        <source>No class set-up is open.</source>
        <translation>Kein Klassenpaket ist geöffnet.</translation>
    </message>
    <message>
        <source>Open a class set-up</source>
        <translation>Ein Klassenpaket öffnen</translation>
    </message>
    <message>
        <source>Save the class set-up</source>
        <translation>Das Klassenpaket speichern</translation>
    </message>
    <message>
        <source>The class set-up is written: %1.</source>
        <translation>Das Klassenpaket ist geschrieben: %1.</translation>
    </message>
    <message>
        <source>GateScope class (*.gatescope-class)</source>
        <translation>GateScope-Klassenpaket (*.gatescope-class)</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassDialog</name>
    <message>
        <source>settings cannot be changed</source>
        <translation>Einstellungen lassen sich nicht ändern</translation>
    </message>
    <message>
        <source>Make a class set-up</source>
        <translation>Ein Klassenpaket erstellen</translation>
    </message>
    <message>
        <source>no lesson</source>
        <translation>keine Lektion</translation>
    </message>
    <message>
        <source>Opens first</source>
        <translation>Öffnet zuerst</translation>
    </message>
    <message>
        <source>What is ticked is shown to the class; the rest is hidden, not lost.</source>
        <translation>Was angekreuzt ist, sieht die Klasse; der Rest ist ausgeblendet, nicht verloren.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Where the data brings no network of its own, as an example or a text does. Few units can be told apart from the back row.</source>
        <translation>Wenn die Daten kein eigenes Netz mitbringen, wie es ein Beispiel oder ein Text tut. Wenige Einheiten kann man auch aus der letzten Reihe unterscheiden.</translation>
    </message>
    <message>
        <source>Layers of a new network</source>
        <translation>Schichten eines neuen Netzes</translation>
    </message>
    <message>
        <source>units in each</source>
        <translation>Einheiten in jeder</translation>
    </message>
</context>
<context>
    <name>gatescope::ClipHistogram</name>
    <message>
        <source>all batches</source>
        <translation>alle Batches</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>begrenzt</translation>
    </message>
    <message>
        <source>Histogram of the gradient norms before clipping</source>
        <translation>Histogramm der Gradientennormen vor dem Begrenzen</translation>
    </message>
    <message>
        <source>log₁₀ of the whole gradient&apos;s norm, before clipping</source>
        <translation>log₁₀ der Norm des ganzen Gradienten, vor dem Begrenzen</translation>
    </message>
    <message>
        <source>The length of the gradient of all parameters together: 0 is 1, −1 is 0.1.</source>
        <translation>Die Länge des Gradienten aller Parameter zusammen: 0 ist 1, −1 ist 0.1.</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>How many batches had a gradient of about this length.</source>
        <translation>Wie viele Batches einen Gradienten von etwa dieser Länge hatten.</translation>
    </message>
    <message>
        <source>clipping is off</source>
        <translation>das Begrenzen ist aus</translation>
    </message>
    <message>
        <source>%1 % of the batches clipped</source>
        <translation>%1 % der Batches begrenzt</translation>
    </message>
    <message>
        <source> · by value: the direction changes too</source>
        <translation> · auf den Höchstbetrag: auch die Richtung ändert sich</translation>
    </message>
    <message>
        <source>of the batches kept · </source>
        <translation>von den aufbewahrten Batches · </translation>
    </message>
    <message>
        <source>norms from %1 to %2
%3, %4 of them clipped</source>
        <translation>Normen von %1 bis %2
%3, davon %4 begrenzt</translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n Batch</numerusform>
            <numerusform>%n Batches</numerusform>
        </translation>
    </message>
    <message>
        <source> · by value: turned by %1° on average, %2° at most</source>
        <translation> · auf den Höchstbetrag: im Mittel um %1° gedreht, höchstens um %2°</translation>
    </message>
    <message>
        <source> · by norm: the direction is kept (0°)</source>
        <translation> · auf die Höchstnorm: Die Richtung bleibt (0°)</translation>
    </message>
    <message>
        <source>
turned by %1° on average</source>
        <translation>
im Mittel um %1° gedreht</translation>
    </message>
    <message>
        <source>clipped: %1 %, turned by %2°, %3° at most</source>
        <translation>begrenzt: %1 %, um %2° gedreht, höchstens %3°</translation>
    </message>
    <message>
        <source>clipped: %1 %</source>
        <translation>begrenzt: %1 %</translation>
    </message>
    <message>
        <source>clipped: %1 %, turned by 0°</source>
        <translation>begrenzt: %1 %, um 0° gedreht</translation>
    </message>
</context>
<context>
    <name>gatescope::ColumnsCard</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter the columns by name</source>
        <translation>Spalten nach Namen filtern</translation>
    </message>
    <message>
        <source>Shows only columns whose name holds this text; what is hidden keeps its roles.</source>
        <translation>Zeigt nur Spalten, deren Name diesen Text enthält; was ausgeblendet ist, behält seine Rollen.</translation>
    </message>
    <message>
        <source>Missing cells</source>
        <translation>Fehlende Zellen</translation>
    </message>
    <message>
        <source>What happens to rows in which a used column has no value; nothing is filled in unless you say so.</source>
        <translation>Was mit Zeilen geschieht, in denen eine benutzte Spalte keinen Wert hat; ohne Ihr Wort wird nichts aufgefüllt.</translation>
    </message>
    <message>
        <source>Missing: ask first</source>
        <translation>Fehlend: erst fragen</translation>
    </message>
    <message>
        <source>Missing: leave the row out</source>
        <translation>Fehlend: Zeile weglassen</translation>
    </message>
    <message>
        <source>Missing: carry the last value on</source>
        <translation>Fehlend: letzten Wert fortführen</translation>
    </message>
    <message>
        <source>Missing: interpolate</source>
        <translation>Fehlend: interpolieren</translation>
    </message>
    <message>
        <source>The columns of the file that are left out; a click brings one back.</source>
        <translation>Die Spalten der Datei, die weggelassen sind; ein Klick holt eine zurück.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Makes all shown columns features, or none of them. For some: click the first mark, then the last one with Shift; or select rows and press Space.</source>
        <translation>Macht alle gezeigten Spalten zu Merkmalen oder keine. Für einige: die erste Marke anklicken, dann die letzte mit Umschalt; oder Zeilen auswählen und die Leertaste drücken.</translation>
    </message>
    <message>
        <source>All that are shown</source>
        <translation>Alle gezeigten</translation>
    </message>
    <message>
        <source>None that is shown</source>
        <translation>Keine der gezeigten</translation>
    </message>
    <message>
        <source>All that are selected</source>
        <translation>Alle ausgewählten</translation>
    </message>
    <message>
        <source>None that is selected</source>
        <translation>Keine der ausgewählten</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 weggelassen</translation>
    </message>
    <message numerus="yes">
        <source>%1 column(s)</source>
        <translation>
            <numerusform>%1 Spalte</numerusform>
            <numerusform>%1 Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>The type can be chosen of columns that were read from a file.</source>
        <translation>Der Typ lässt sich bei Spalten wählen, die aus einer Datei gelesen wurden.</translation>
    </message>
    <message>
        <source>Nothing is open. Drop a CSV here, or use File › Open.</source>
        <translation>Nichts geöffnet. Ziehen Sie eine CSV hierher, oder nutzen Sie Datei › Öffnen.</translation>
    </message>
    <message>
        <source>%1 · click a type to change it · click a mark to give a column its role</source>
        <translation>%1 · ein Typ lässt sich anklicken und ändern · ein Klick auf eine Marke gibt der Spalte ihre Rolle</translation>
    </message>
</context>
<context>
    <name>gatescope::ColumnsModel</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>words as features</source>
        <translation>Wörter als Merkmale</translation>
    </message>
    <message numerus="yes">
        <source>%1 word(s)</source>
        <translation>
            <numerusform>%1 Wort</numerusform>
            <numerusform>%1 Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2, in row %3%4.</source>
        <translation>%1 %2, in Zeile %3%4.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: Rolle %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1: nicht Rolle %2</translation>
    </message>
    <message>
        <source> · chosen</source>
        <translation> · gewählt</translation>
    </message>
    <message>
        <source>%1 Click or press Space: %2.</source>
        <translation>%1 Klick oder Leertaste: %2.</translation>
    </message>
    <message>
        <source>%1 stops being %2</source>
        <translation>%1 verliert die Rolle %2</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 erhält die Rolle %2</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>unendlich</translation>
    </message>
    <message>
        <source>that are no times</source>
        <translation>die keine Zeiten sind</translation>
    </message>
    <message>
        <source>that are no numbers</source>
        <translation>die keine Zahlen sind</translation>
    </message>
    <message>
        <source>Every cell of %1 has a value.</source>
        <translation>Jede Zelle von %1 hat einen Wert.</translation>
    </message>
    <message>
        <source>What the cells are read as, as chosen. Click or press Space to change it.</source>
        <translation>Als was die Zellen gelesen werden, wie gewählt. Klick oder Leertaste ändert es.</translation>
    </message>
    <message>
        <source>What the cells are, worked out from all rows. Click or press Space to choose another type or to leave the column out.</source>
        <translation>Was die Zellen sind, aus allen Zeilen ermittelt. Klick oder Leertaste: einen anderen Typ wählen oder die Spalte weglassen.</translation>
    </message>
    <message>
        <source>The words that occur.</source>
        <translation>Die Wörter, die vorkommen.</translation>
    </message>
    <message>
        <source>The lowest and the highest value.</source>
        <translation>Der kleinste und der größte Wert.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>gatescope::ColumnsPage</name>
    <message>
        <source>How it was read</source>
        <translation>Wie gelesen wurde</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows of the open data</source>
        <translation>Zeilen der geöffneten Daten</translation>
    </message>
    <message>
        <source>Nothing was read from a file.</source>
        <translation>Es wurde nichts aus einer Datei gelesen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>no cell is missing</source>
        <translation>keine Zelle fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%1 missing cell(s), marked</source>
        <translation>
            <numerusform>%1 fehlende Zelle, markiert</numerusform>
            <numerusform>%1 fehlende Zellen, markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Nothing is open. Drop a CSV here, or use File › Open.</source>
        <translation>Nichts geöffnet. Ziehen Sie eine CSV hierher, oder nutzen Sie Datei › Öffnen.</translation>
    </message>
</context>
<context>
    <name>gatescope::ColumnsView</name>
    <message>
        <source>Columns and their roles</source>
        <translation>Spalten und ihre Rollen</translation>
    </message>
</context>
<context>
    <name>gatescope::CompareWorkspace</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep runs and set them beside each other.</source>
        <translation>Läufe aufbewahren und nebeneinander stellen.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>The ticked runs beside each other.</source>
        <translation>Die angekreuzten Läufe nebeneinander.</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Versuchsreihe</translation>
    </message>
    <message>
        <source>Trains over values of one or two settings and over seeds.</source>
        <translation>Trainiert über Werte von ein oder zwei Einstellungen und über Startwerte.</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Writes one page on the compared runs, as HTML or PDF.</source>
        <translation>Schreibt eine Seite über die verglichenen Läufe, als HTML oder PDF.</translation>
    </message>
    <message>
        <source>Eight runs can be compared at a time.</source>
        <translation>Acht Läufe lassen sich zugleich vergleichen.</translation>
    </message>
    <message>
        <source>Untick one of them first.</source>
        <translation>Nehmen Sie zuerst bei einem davon das Kreuz weg.</translation>
    </message>
    <message>
        <source>There is no run to report on yet.</source>
        <translation>Es gibt noch keinen Lauf, über den zu berichten wäre.</translation>
    </message>
    <message>
        <source>Tick runs on the shelf.</source>
        <translation>Kreuzen Sie Läufe auf der Ablage an.</translation>
    </message>
    <message>
        <source>Save a report on the compared runs</source>
        <translation>Bericht über die verglichenen Läufe speichern</translation>
    </message>
    <message>
        <source>Page (*.html);;Document (*.pdf)</source>
        <translation>Seite (*.html);;Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>There is no run to report on yet: train a network, or tick runs on the shelf.</source>
        <translation>Noch gibt es keinen Lauf für einen Bericht: Trainieren Sie ein Netz, oder kreuzen Sie Läufe auf der Ablage an.</translation>
    </message>
    <message>
        <source>A sweep needs data: open some.</source>
        <translation>Eine Versuchsreihe braucht Daten: Öffnen Sie welche.</translation>
    </message>
</context>
<context>
    <name>gatescope::ConfusionCard</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Part of the confusion matrix</source>
        <translation>Teil der Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Which part of the data is counted.</source>
        <translation>Welcher Teil der Daten gezählt wird.</translation>
    </message>
    <message>
        <source>%1 windows, coloured by the share of the row</source>
        <translation>%1 Fenster, gefärbt nach dem Anteil in der Zeile</translation>
    </message>
    <message>
        <source>Confusion matrix: %1</source>
        <translation>Konfusionsmatrix: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>%1: %2 of %3 right</source>
        <translation>%1: %2 von %3 richtig</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>class told</source>
        <translation>genannte Klasse</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>wahre Klasse</translation>
    </message>
    <message>
        <source>%1 of the %2 windows of class “%3” were taken for “%4” (%5 %).</source>
        <translation>%1 der %2 Fenster der Klasse „%3“ wurden für „%4“ gehalten (%5 %).</translation>
    </message>
</context>
<context>
    <name>gatescope::CurvesCard</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>training loss, each batch</source>
        <translation>Trainingsverlust, jeder Batch</translation>
    </message>
    <message>
        <source>training loss, each epoch</source>
        <translation>Trainingsverlust, jede Epoche</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>reset gate, mean</source>
        <translation>Rücksetztor, Mittel</translation>
    </message>
    <message>
        <source>update gate, mean</source>
        <translation>Aktualisierungstor, Mittel</translation>
    </message>
    <message>
        <source>reset gate, share saturated</source>
        <translation>Rücksetztor, gesättigter Anteil</translation>
    </message>
    <message>
        <source>update gate, share saturated</source>
        <translation>Aktualisierungstor, gesättigter Anteil</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet wird</translation>
    </message>
    <message>
        <source>Which recorded curve of the runs is drawn.</source>
        <translation>Welche aufgezeichnete Kurve der Läufe gezeichnet wird.</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>nach Epoche</translation>
    </message>
    <message>
        <source>by batch</source>
        <translation>nach Batch</translation>
    </message>
    <message>
        <source>by seconds</source>
        <translation>nach Sekunden</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagerechte Achse</translation>
    </message>
    <message>
        <source>Seconds are those that the training ran in the window, at its mean speed.</source>
        <translation>Sekunden sind die, in denen das Training im Fenster lief, bei seiner mittleren Geschwindigkeit.</translation>
    </message>
    <message>
        <source>no smoothing</source>
        <translation>ohne Glättung</translation>
    </message>
    <message>
        <source>smoothed %1</source>
        <translation>geglättet %1</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>The share of the smoothed curve that is kept from batch to batch; of every batch, thinned after.</source>
        <translation>Der Anteil der geglätteten Kurve, der von Batch zu Batch bleibt; aus jedem Batch, danach ausgedünnt.</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Whose gates are drawn: over the validation part, after every epoch.</source>
        <translation>Wessen Tore gezeichnet werden: über den Validierungsteil, nach jeder Epoche.</translation>
    </message>
    <message>
        <source>Curves of the compared runs</source>
        <translation>Kurven der verglichenen Läufe</translation>
    </message>
    <message>
        <source>Nothing to compare yet.
Train a network; tick runs on the shelf.</source>
        <translation>Noch nichts zu vergleichen.
Trainieren Sie ein Netz; kreuzen Sie Läufe auf der Ablage an.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>smoothed on the full data</source>
        <translation>auf den vollen Daten geglättet</translation>
    </message>
    <message>
        <source>%1 of unknown time left out</source>
        <translation>%1 ohne bekannte Zeit ausgelassen</translation>
    </message>
    <message>
        <source>%1 without recorded gates (no validation part, or an earlier version&apos;s)</source>
        <translation>%1 ohne aufgezeichnete Tore (kein Validierungsteil, oder von einer früheren Version)</translation>
    </message>
    <message>
        <source>different data: scaled losses of one cannot be set against the other&apos;s</source>
        <translation>verschiedene Daten: Skalierte Verluste der einen lassen sich nicht gegen die der anderen stellen</translation>
    </message>
    <message>
        <source>different data</source>
        <translation>verschiedene Daten</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>seconds of training</source>
        <translation>Sekunden Training</translation>
    </message>
    <message>
        <source>None of these runs recorded this.</source>
        <translation>Keiner dieser Läufe hat dies aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>gatescope::DataDraft</name>
    <message>
        <source>Data shows options that cannot be used: mend what is red there, or undo.</source>
        <translation>Unter Daten stehen Optionen, die sich nicht verwenden lassen: Berichtigen Sie, was dort rot ist, oder machen Sie es rückgängig.</translation>
    </message>
</context>
<context>
    <name>gatescope::DataWorkspace</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Choose data, and say how the network reads it.</source>
        <translation>Daten wählen und festlegen, wie das Netz sie liest.</translation>
    </message>
    <message>
        <source>Pages of Data</source>
        <translation>Seiten von Daten</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>What to start with: a file of your own, a real series, a generated task.</source>
        <translation>Womit Sie beginnen: eine eigene Datei, eine echte Reihe, eine erzeugte Aufgabe.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>How the file was read, its rows, and what each column is for.</source>
        <translation>Wie die Datei gelesen wurde, ihre Zeilen und wozu jede Spalte dient.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Split, scaling, and the windows the network reads.</source>
        <translation>Aufteilung, Skalierung und die Fenster, die das Netz liest.</translation>
    </message>
    <message>
        <source>Share of the reading, or of making windows, that is done</source>
        <translation>Anteil des Lesens oder des Fensterschneidens, der erledigt ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops reading, or making windows; everything stays as it was.</source>
        <translation>Bricht das Lesen oder das Fensterschneiden ab; alles bleibt, wie es war.</translation>
    </message>
    <message>
        <source>Nothing is open yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>%1 · a text of %2 characters</source>
        <translation>%1 · ein Text aus %2 Zeichen</translation>
    </message>
    <message>
        <source>%1 · %2 sequences of %3 steps × %4 features</source>
        <translation>%1 · %2 Sequenzen aus %3 Schritten × %4 Merkmalen</translation>
    </message>
    <message>
        <source>%1 · %2 rows × %3 columns</source>
        <translation>%1 · %2 Zeilen × %3 Spalten</translation>
    </message>
</context>
<context>
    <name>gatescope::DifferenceCard</name>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>only differences</source>
        <translation>nur Unterschiede</translation>
    </message>
    <message>
        <source>test scores</source>
        <translation>Testwerte</translation>
    </message>
    <message>
        <source>Leaves out the settings that all compared runs share.</source>
        <translation>Lässt die Einstellungen weg, die alle verglichenen Läufe teilen.</translation>
    </message>
    <message>
        <source>Once a run is chosen: choosing by the test part would make its score too good.</source>
        <translation>Wenn ein Lauf gewählt ist: Nach dem Testteil zu wählen, ließe sein Ergebnis zu gut aussehen.</translation>
    </message>
    <message>
        <source>Settings and metrics of the compared runs</source>
        <translation>Einstellungen und Kennzahlen der verglichenen Läufe</translation>
    </message>
    <message>
        <source>%1: press to sort the runs by it.</source>
        <translation>%1: drücken, um die Läufe danach zu sortieren.</translation>
    </message>
    <message>
        <source>These runs have different data: it cannot be compared between them.</source>
        <translation>Diese Läufe haben verschiedene Daten: Hierin lassen sie sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>%1 of %2 settings</source>
        <translation>%1 von %2 Einstellungen</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation>sortiert nach %1</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Tick runs on the shelf: what differs between them stands here.</source>
        <translation>Kreuzen Sie in der Ablage Läufe an: Hier steht, worin sie sich unterscheiden.</translation>
    </message>
</context>
<context>
    <name>gatescope::Document</name>
    <message>
        <source>open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Choose what to do in Data.</source>
        <translation>Wählen Sie unter Daten, was geschehen soll.</translation>
    </message>
    <message>
        <source>%1 is open: %2 sequences.</source>
        <translation>%1 ist geöffnet: %2 Sequenzen.</translation>
    </message>
    <message>
        <source>%1 is open as a text: %2 characters of %3 kinds; the network learns to tell the next one.</source>
        <translation>%1 ist als Text geöffnet: %2 Zeichen, %3 verschiedene; das Netz lernt, das jeweils nächste zu nennen.</translation>
    </message>
    <message>
        <source>Train shows what it writes after every epoch.</source>
        <translation>Training zeigt, was es nach jeder Epoche schreibt.</translation>
    </message>
    <message>
        <source>%1 is open; %2 is predicted from %3.</source>
        <translation>%1 ist geöffnet; %2 wird vorhergesagt aus %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Other columns are chosen in Data.</source>
        <translation>Andere Spalten wählen Sie unter Daten.</translation>
    </message>
    <message>
        <source>Open a CSV of your own with File › Open.</source>
        <translation>Eine eigene CSV öffnen Sie mit Datei › Öffnen.</translation>
    </message>
    <message>
        <source>It was trained on other data (%1) and runs on %2 now.</source>
        <translation>Es wurde auf anderen Daten trainiert (%1) und läuft jetzt auf %2.</translation>
    </message>
    <message>
        <source>The data has another number of windows: training begins anew, from these weights.</source>
        <translation>Die Daten haben eine andere Zahl von Fenstern: Das Training beginnt neu, von diesen Gewichten aus.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is open, trained for %n epoch(s).</source>
        <translation>
            <numerusform>%1 ist geöffnet, %n Epoche trainiert.</numerusform>
            <numerusform>%1 ist geöffnet, %n Epochen trainiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>change the data&apos;s options</source>
        <translation>Datenoptionen ändern</translation>
    </message>
    <message>
        <source>show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>The data of %1 is not at hand any more.</source>
        <translation>Die Daten von %1 sind nicht mehr zur Hand.</translation>
    </message>
    <message>
        <source>Open its data, then show the run again.</source>
        <translation>Öffnen Sie die Daten dazu, dann zeigen Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>draw new weights</source>
        <translation>neue Gewichte ziehen</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>use the best weights</source>
        <translation>beste Gewichte einsetzen</translation>
    </message>
    <message>
        <source>The weights of epoch %1 are loaded, the best so far.</source>
        <translation>Die Gewichte der Epoche %1 sind geladen, die bisher besten.</translation>
    </message>
</context>
<context>
    <name>gatescope::DocumentFile</name>
    <message>
        <source>There is no model to save yet.</source>
        <translation>Es gibt noch kein Modell zum Speichern.</translation>
    </message>
    <message>
        <source>Open data first.</source>
        <translation>Öffnen Sie zuerst Daten.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is saved: the weights after %n epoch(s) and all it takes to go on training.</source>
        <translation>
            <numerusform>%1 ist gespeichert: die Gewichte nach %n Epoche und alles, um weiterzutrainieren.</numerusform>
            <numerusform>%1 ist gespeichert: die Gewichte nach %n Epochen und alles, um weiterzutrainieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save it under another name with File › Save as.</source>
        <translation>Speichern Sie unter anderem Namen mit Datei › Speichern unter.</translation>
    </message>
</context>
<context>
    <name>gatescope::EditForm</name>
    <message>
        <source>What is changed</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>each unit&apos;s mean</source>
        <translation>Mittel je Einheit</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Holds the reset gate at a value in every step.</source>
        <translation>Hält das Rücksetztor in jedem Schritt auf einem Wert fest.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Holds the update gate at a value in every step.</source>
        <translation>Hält das Aktualisierungstor in jedem Schritt auf einem Wert fest.</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>Holds the state of the unit at 0 in every step.</source>
        <translation>Hält den Zustand der Einheit in jedem Schritt auf 0.</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Replaces one input at the cursor&apos;s step.</source>
        <translation>Ersetzt eine Eingabe im Schritt des Cursors.</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Replaces the unit&apos;s state after the cursor&apos;s step.</source>
        <translation>Ersetzt den Zustand der Einheit nach dem Schritt des Cursors.</translation>
    </message>
    <message>
        <source>this unit</source>
        <translation>diese Einheit</translation>
    </message>
    <message>
        <source>this layer</source>
        <translation>diese Schicht</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Which units&apos; gates are held.</source>
        <translation>Wessen Tore festgehalten werden.</translation>
    </message>
    <message>
        <source>Units held</source>
        <translation>Festgehaltene Einheiten</translation>
    </message>
    <message>
        <source>Which input is replaced.</source>
        <translation>Welche Eingabe ersetzt wird.</translation>
    </message>
    <message>
        <source>Input replaced</source>
        <translation>Ersetzte Eingabe</translation>
    </message>
    <message>
        <source>The value to hold or set; the network answers while it moves.</source>
        <translation>Der Wert zum Festhalten oder Setzen; das Netz antwortet, während er sich bewegt.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value as a number</source>
        <translation>Wert als Zahl</translation>
    </message>
    <message>
        <source>Holds every unit&apos;s gate at its own mean over this sequence: what is lost if it may not move?</source>
        <translation>Hält das Tor jeder Einheit auf seinem eigenen Mittel über diese Sequenz: Was geht verloren, wenn es sich nicht bewegen darf?</translation>
    </message>
    <message>
        <source>Runs the sequence again with this change; the untouched run stays as a ghost.</source>
        <translation>Lässt die Sequenz mit dieser Änderung noch einmal laufen; der unberührte Lauf bleibt als Schatten.</translation>
    </message>
    <message>
        <source>unit %1 · layer %2</source>
        <translation>Einheit %1 · Schicht %2</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 · held at %2 in training</source>
        <translation>%1 · im Training auf %2 festgehalten</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>in Schritt %1</translation>
    </message>
    <message>
        <source>%1 · after step %2</source>
        <translation>%1 · nach Schritt %2</translation>
    </message>
</context>
<context>
    <name>gatescope::ExampleCard</name>
    <message>
        <source>%1 Enter or a double click opens it.</source>
        <translation>%1 Eingabetaste oder Doppelklick öffnet es.</translation>
    </message>
</context>
<context>
    <name>gatescope::ExampleDetails</name>
    <message>
        <source>%1 rows. %2</source>
        <translation>%1 Zeilen. %2</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Takes the place of the data that is open now; undo brings that back.</source>
        <translation>Tritt an die Stelle der jetzt geöffneten Daten; Rückgängig holt sie zurück.</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>„%1“ öffnen</translation>
    </message>
    <message>
        <source>%1 of the series, from %2 to %3.</source>
        <translation>%1 der Reihe, von %2 bis %3.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Another number makes another series of the same kind.</source>
        <translation>Eine andere Zahl ergibt eine andere Reihe derselben Art.</translation>
    </message>
    <message>
        <source>A text: from each character, tell the next one. The picture is the length of its first lines.</source>
        <translation>Ein Text: aus jedem Zeichen das nächste erkennen. Das Bild zeigt die Länge seiner ersten Zeilen.</translation>
    </message>
</context>
<context>
    <name>gatescope::ExportDialog</name>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>Verified: read back as %1, its outputs differ from the network&apos;s by at most %2 over %3 test sequences of %4 steps.</source>
        <translation>Geprüft: zurückgelesen als %1, weichen die Ausgaben um höchstens %2 von denen des Netzes ab, über %3 Testsequenzen aus %4 Schritten.</translation>
    </message>
    <message>
        <source>Not equal: read back as %1, its outputs differ from the network&apos;s by up to %2 over %3 test sequences of %4 steps.</source>
        <translation>Nicht gleich: zurückgelesen als %1, weichen die Ausgaben um bis zu %2 von denen des Netzes ab, über %3 Testsequenzen aus %4 Schritten.</translation>
    </message>
    <message>
        <source>Scale inside the network</source>
        <translation>Im Netz skalieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Verify a file…</source>
        <translation>Datei prüfen…</translation>
    </message>
    <message>
        <source>Export weights</source>
        <translation>Gewichte exportieren</translation>
    </message>
    <message>
        <source>current weights (epoch %1)</source>
        <translation>aktuelle Gewichte (Epoche %1)</translation>
    </message>
    <message>
        <source>current weights</source>
        <translation>aktuelle Gewichte</translation>
    </message>
    <message>
        <source>best weights (epoch %1)</source>
        <translation>beste Gewichte (Epoche %1)</translation>
    </message>
    <message>
        <source>best weights: none yet</source>
        <translation>beste Gewichte: noch keine</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What the weights are written for.</source>
        <translation>Wofür die Gewichte geschrieben werden.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Which weights are written: those of this moment, or those of the best epoch.</source>
        <translation>Welche Gewichte geschrieben werden: die von jetzt oder die der besten Epoche.</translation>
    </message>
    <message>
        <source>The exported network takes values in their original units and gives such; otherwise the scaling stands beside it.</source>
        <translation>Das exportierte Netz nimmt Werte in ihren ursprünglichen Einheiten und gibt solche aus; sonst steht die Skalierung daneben.</translation>
    </message>
    <message>
        <source>Asks for a name, writes the file, reads it back and compares.</source>
        <translation>Fragt nach einem Namen, schreibt die Datei, liest sie zurück und vergleicht.</translation>
    </message>
    <message>
        <source>Reads an export that exists and compares its outputs with the network&apos;s.</source>
        <translation>Liest einen vorhandenen Export und vergleicht seine Ausgaben mit denen des Netzes.</translation>
    </message>
    <message>
        <source>There are no weights yet: open data first.</source>
        <translation>Es gibt noch keine Gewichte: Öffnen Sie zuerst Daten.</translation>
    </message>
    <message>
        <source>Writing and comparing …</source>
        <translation>Schreiben und vergleichen …</translation>
    </message>
    <message>
        <source>Export as %1: name of the new folder</source>
        <translation>Als %1 exportieren: Name des neuen Ordners</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Als %1 exportieren</translation>
    </message>
    <message>
        <source>Verify a project</source>
        <translation>Ein Projekt prüfen</translation>
    </message>
    <message>
        <source>Verify an export</source>
        <translation>Einen Export prüfen</translation>
    </message>
</context>
<context>
    <name>gatescope::FileActions</name>
    <message>
        <source>Open data, a session or a model</source>
        <translation>Daten, eine Sitzung oder ein Modell öffnen</translation>
    </message>
    <message>
        <source>Data, sessions and models (*.csv *.tsv *.txt *.npz *.safetensors *.onnx);;All files (*)</source>
        <translation>Daten, Sitzungen und Modelle (*.csv *.tsv *.txt *.npz *.safetensors *.onnx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Session (*.safetensors)</source>
        <translation>Sitzung (*.safetensors)</translation>
    </message>
    <message>
        <source>Save a report on the run</source>
        <translation>Bericht über den Lauf speichern</translation>
    </message>
    <message>
        <source>Page (*.html);;Document (*.pdf)</source>
        <translation>Seite (*.html);;Dokument (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n epoch(s)</source>
        <translation>
            <numerusform>%1, %n Epoche</numerusform>
            <numerusform>%1, %n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Where is the data of %1? It was trained on %2.</source>
        <translation>Wo sind die Daten von %1? Trainiert wurde auf %2.</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.npz *.safetensors);;All files (*)</source>
        <translation>Daten (*.csv *.tsv *.txt *.npz *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open all the same</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Uses the data as it is now, with the weights of the file.</source>
        <translation>Nutzt die Daten, wie sie jetzt sind, mit den Gewichten der Datei.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Opens nothing; what is open stays.</source>
        <translation>Öffnet nichts; was geöffnet ist, bleibt.</translation>
    </message>
</context>
<context>
    <name>gatescope::FixedPointsBar</name>
    <message>
        <source>Fixed points</source>
        <translation>Fixpunkte</translation>
    </message>
    <message>
        <source>States that the network stays in while its input does not change: the memories it can keep. They are found from states that the data leads to.</source>
        <translation>Zustände, in denen das Netz bleibt, solange sich seine Eingabe nicht ändert: die Erinnerungen, die es halten kann. Gesucht wird von Zuständen aus, zu denen die Daten führen.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>input zero</source>
        <translation>Eingabe null</translation>
    </message>
    <message>
        <source>mean input</source>
        <translation>mittlere Eingabe</translation>
    </message>
    <message>
        <source>input at the cursor</source>
        <translation>Eingabe am Cursor</translation>
    </message>
    <message>
        <source>fixed points</source>
        <translation>Fixpunkte</translation>
    </message>
    <message>
        <source>Looking for fixed points: %1 %.</source>
        <translation>Suche nach Fixpunkten: %1 %.</translation>
    </message>
    <message>
        <source>Looking for fixed points.</source>
        <translation>Suche nach Fixpunkten.</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>basins</source>
        <translation>Einzugsgebiete</translation>
    </message>
    <message>
        <source>Draws where one step leads the states of this plane, under the same constant input.</source>
        <translation>Zeichnet, wohin ein Schritt die Zustände dieser Ebene führt, unter derselben konstanten Eingabe.</translation>
    </message>
    <message>
        <source>Colours the states of this plane by the stable point that each comes to rest in when the network runs on.</source>
        <translation>Färbt die Zustände dieser Ebene nach dem stabilen Punkt, in dem jeder zur Ruhe kommt, wenn das Netz weiterläuft.</translation>
    </message>
    <message>
        <source>Looking for fixed points of %1 units: about %2 s or more; “off” ends it.</source>
        <translation>Suche nach Fixpunkten von %1 Einheiten: etwa %2 s oder länger; „aus“ beendet sie.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Of the %1 units this plane shows two directions; the states asked lie in it, all else at its mean, and each runs with the whole network, so its way may leave the plane.</source>
        <translation>Von den %1 Einheiten zeigt diese Ebene zwei Richtungen; die befragten Zustände liegen in ihr, alles andere auf seinem Mittel, und jeder läuft mit dem ganzen Netz, sodass sein Weg die Ebene verlassen kann.</translation>
    </message>
</context>
<context>
    <name>gatescope::ForecastCard</name>
    <message>
        <source>%1 · gaps: no window crosses a border</source>
        <translation>%1 · Lücken: kein Fenster überschreitet eine Grenze</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>persistence: the last value again</source>
        <translation>Persistenz: noch einmal der letzte Wert</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>free run</source>
        <translation>Freilauf</translation>
    </message>
    <message>
        <source>future</source>
        <translation>Zukunft</translation>
    </message>
    <message>
        <source>future, running freely</source>
        <translation>Zukunft, frei laufend</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>interval of the future</source>
        <translation>Intervall der Zukunft</translation>
    </message>
    <message>
        <source>Target and forecast over the rows</source>
        <translation>Ziel und Vorhersage über die Zeilen</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>Which rows are seen; the wheel zooms, a double click shows all of them again.</source>
        <translation>Welche Zeilen zu sehen sind; das Mausrad zoomt, ein Doppelklick zeigt wieder alle.</translation>
    </message>
    <message>
        <source>Computing the forecast …</source>
        <translation>Die Vorhersage wird berechnet …</translation>
    </message>
    <message>
        <source>No forecast yet: open data, and train a model.</source>
        <translation>Noch keine Vorhersage: Öffnen Sie Daten und trainieren Sie ein Modell.</translation>
    </message>
    <message>
        <source>Probability of the right class</source>
        <translation>Wahrscheinlichkeit der richtigen Klasse</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>time of the row that is predicted</source>
        <translation>Zeit der vorhergesagten Zeile</translation>
    </message>
    <message>
        <source>row that is predicted</source>
        <translation>vorhergesagte Zeile</translation>
    </message>
    <message>
        <source>Each forecast stands at the row it is for.</source>
        <translation>Jede Vorhersage steht an der Zeile, für die sie gilt.</translation>
    </message>
    <message>
        <source>In the target&apos;s original unit.</source>
        <translation>In der ursprünglichen Einheit des Ziels.</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>What the network gave to the class that was right: 1 is certain, 0 is surely wrong.</source>
        <translation>Was das Netz der richtigen Klasse gab: 1 ist sicher, 0 ist sicher falsch.</translation>
    </message>
    <message>
        <source>probability of the right class</source>
        <translation>Wahrscheinlichkeit der richtigen Klasse</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>the end and the future</source>
        <translation>das Ende und die Zukunft</translation>
    </message>
    <message>
        <source>close-up</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>sequence %1</source>
        <translation>Sequenz %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 % interval</source>
        <translation>%1-%-Intervall</translation>
    </message>
    <message>
        <source>its interval</source>
        <translation>sein Intervall</translation>
    </message>
</context>
<context>
    <name>gatescope::GateCurves</name>
    <message>
        <source>%1 %2: mean ± spread</source>
        <translation>%1 %2: Mittel ± Streuung</translation>
    </message>
    <message>
        <source>gate (0 … 1)</source>
        <translation>Tor (0 … 1)</translation>
    </message>
    <message>
        <source>The mean of the gate over the layer&apos;s units; the band is one standard deviation to either side.</source>
        <translation>Das Mittel des Tors über die Einheiten der Schicht; das Band reicht eine Standardabweichung nach beiden Seiten.</translation>
    </message>
    <message>
        <source>layer %1 · step %2</source>
        <translation>Schicht %1 · Schritt %2</translation>
    </message>
    <message>
        <source>
%1 = %2 ± %3, saturated %4 %</source>
        <translation>
%1 = %2 ± %3, gesättigt %4 %</translation>
    </message>
</context>
<context>
    <name>gatescope::GateGradients</name>
    <message>
        <source>Gradient norm of each gate over the steps</source>
        <translation>Gradientennorm jedes Tors über die Schritte</translation>
    </message>
    <message>
        <source>‖∂loss/∂ sum‖ (log)</source>
        <translation>‖∂Verlust/∂ Summe‖ (log)</translation>
    </message>
    <message>
        <source>How strongly the loss depends on the sums under r&apos;s and z&apos;s σ and n&apos;s tanh at a step, in the probe sequence.</source>
        <translation>Wie stark der Verlust in einem Schritt der Beobachtungssequenz von den Summen unter dem σ von r und z und dem tanh von n abhängt.</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::GatesView</name>
    <message>
        <source>Gates</source>
        <translation>Tore</translation>
    </message>
    <message>
        <source>Gates, units by steps</source>
        <translation>Tore, Einheiten mal Schritte</translation>
    </message>
    <message>
        <source>Mean and spread of the gates over the steps</source>
        <translation>Mittel und Streuung der Tore über die Schritte</translation>
    </message>
    <message>
        <source>The time step within the probe sequence; the last one is followed by the forecast.</source>
        <translation>Der Zeitschritt in der Beobachtungssequenz; auf den letzten folgt die Vorhersage.</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>mean, spread</source>
        <translation>Mittel, Streuung</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Gezeigt als</translation>
    </message>
    <message>
        <source>Shows every unit&apos;s gate, or mean and spread over the units of the cursor&apos;s layer.</source>
        <translation>Zeigt das Tor jeder Einheit, oder Mittel und Streuung über die Einheiten der Schicht am Cursor.</translation>
    </message>
    <message>
        <source>%1 %2 · layer %3</source>
        <translation>%1 %2 · Schicht %3</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Rücksetzen</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source> · held at %1</source>
        <translation> · auf %1 festgehalten</translation>
    </message>
    <message>
        <source>x input</source>
        <translation>x Eingabe</translation>
    </message>
    <message>
        <source>z: takes the new</source>
        <translation>z: nimmt das Neue</translation>
    </message>
    <message>
        <source>z: keeps the old</source>
        <translation>z: behält das Alte</translation>
    </message>
    <message>
        <source>keeps the old</source>
        <translation>behält das Alte</translation>
    </message>
    <message>
        <source>takes the new</source>
        <translation>nimmt das Neue</translation>
    </message>
    <message>
        <source>probe sequence %1 · %2</source>
        <translation>Beobachtungssequenz %1 · %2</translation>
    </message>
    <message>
        <source>No gates yet.</source>
        <translation>Noch keine Tore.</translation>
    </message>
</context>
<context>
    <name>gatescope::GradientView</name>
    <message>
        <source>Gradients through time</source>
        <translation>Gradienten durch die Zeit</translation>
    </message>
    <message>
        <source>before clipping</source>
        <translation>vor dem Begrenzen</translation>
    </message>
    <message>
        <source>after clipping</source>
        <translation>nach dem Begrenzen</translation>
    </message>
    <message>
        <source>Gradient norm over the steps</source>
        <translation>Gradientennorm über die Schritte</translation>
    </message>
    <message>
        <source>The time step; the gradient flows from the last one, at the right, back to the first.</source>
        <translation>Der Zeitschritt; der Gradient fließt vom letzten, rechts, zurück zum ersten.</translation>
    </message>
    <message>
        <source>‖δ‖ = ‖∂loss/∂h‖ (log)</source>
        <translation>‖δ‖ = ‖∂Verlust/∂h‖ (log)</translation>
    </message>
    <message>
        <source>How strongly the loss depends on the hidden states of a step, over the whole batch.</source>
        <translation>Wie stark der Verlust von den verdeckten Zuständen eines Schritts abhängt, über den ganzen Batch.</translation>
    </message>
    <message>
        <source>Gradient norm over steps and epochs</source>
        <translation>Gradientennorm über Schritte und Epochen</translation>
    </message>
    <message>
        <source>Gradient norm before and after clipping</source>
        <translation>Gradientennorm vor und nach dem Begrenzen</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epochs trained.</source>
        <translation>Trainierte Epochen.</translation>
    </message>
    <message>
        <source>norm of the whole gradient (log)</source>
        <translation>Norm des ganzen Gradienten (log)</translation>
    </message>
    <message>
        <source>The length of the gradient of all parameters together, batch by batch.</source>
        <translation>Die Länge des Gradienten aller Parameter zusammen, Batch für Batch.</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>nach Schritt</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>nach Epoche</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>Begrenzen</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Gezeigt als</translation>
    </message>
    <message>
        <source>No gradient yet: it comes with the first batch.
Space starts the training, B trains one batch.</source>
        <translation>Noch kein Gradient: Er kommt mit dem ersten Batch.
Die Leertaste startet das Training, B trainiert einen Batch.</translation>
    </message>
    <message>
        <source>No epoch trained yet.
E trains one.</source>
        <translation>Noch keine Epoche trainiert.
E trainiert eine.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>probe sequence %1 · %2</source>
        <translation>Beobachtungssequenz %1 · %2</translation>
    </message>
    <message>
        <source>last batch · %1</source>
        <translation>letzter Batch · %1</translation>
    </message>
    <message>
        <source>Before the first batch there was no gradient.</source>
        <translation>Vor dem ersten Batch gab es keinen Gradienten.</translation>
    </message>
    <message>
        <source>No gradient was kept of this moment.</source>
        <translation>Von diesem Zeitpunkt wurde kein Gradient aufbewahrt.</translation>
    </message>
    <message>
        <source>no gradient reaches this step</source>
        <translation>kein Gradient erreicht diesen Schritt</translation>
    </message>
    <message>
        <source>‖δ‖ = %1</source>
        <translation>‖δ‖ = %1</translation>
    </message>
    <message>
        <source>layer %1 · row %2 · step %3
%4</source>
        <translation>Schicht %1 · Zeile %2 · Schritt %3
%4</translation>
    </message>
    <message>
        <source>epochs, first on top</source>
        <translation>Epochen, die erste oben</translation>
    </message>
    <message>
        <source>last batch of each epoch, 1 to %1</source>
        <translation>letzter Batch jeder Epoche, 1 bis %1</translation>
    </message>
    <message>
        <source>thinned: last batch of one epoch in %1</source>
        <translation>ausgedünnt: letzter Batch je einer von %1 Epochen</translation>
    </message>
    <message>
        <source>every batch · %1</source>
        <translation>jeder Batch · %1</translation>
    </message>
    <message>
        <source>step %1, %2 before the end</source>
        <translation>Schritt %1, %2 vor dem Ende</translation>
    </message>
    <message>
        <source>
truncated: the gradient stops at step %1</source>
        <translation>
abgeschnitten: Der Gradient endet bei Schritt %1</translation>
    </message>
    <message>
        <source>
layer %1: ‖δ‖ = %2</source>
        <translation>
Schicht %1: ‖δ‖ = %2</translation>
    </message>
    <message>
        <source>
faint: after epoch %1</source>
        <translation>
blass: nach Epoche %1</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>by gate</source>
        <translation>nach Tor</translation>
    </message>
    <message>
        <source>clip histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>The last batch step by step, the probe gate by gate, every epoch as a row, the whole gradient&apos;s norm before and after clipping, over the training or as a histogram, or whether small differences of the state grow from step to step.</source>
        <translation>Der letzte Batch Schritt für Schritt, die Beobachtungssequenz Tor für Tor, jede Epoche als Zeile, die Norm des ganzen Gradienten vor und nach dem Begrenzen, über das Training oder als Histogramm, oder ob kleine Unterschiede des Zustands von Schritt zu Schritt wachsen.</translation>
    </message>
    <message>
        <source>The gradient is no number any more: the loss grew beyond all bounds.
A smaller learning rate, or clipping, and R start again.</source>
        <translation>Der Gradient ist keine Zahl mehr: Der Verlust wuchs über alle Grenzen.
Senken Sie die Lernrate oder begrenzen Sie den Gradienten, und beginnen Sie mit R neu.</translation>
    </message>
    <message>
        <source>Nothing to train on yet.</source>
        <translation>Noch nichts zu trainieren.</translation>
    </message>
    <message>
        <source>layer %1 · probe sequence %2 · %3</source>
        <translation>Schicht %1 · Beobachtungssequenz %2 · %3</translation>
    </message>
    <message>
        <source>batch %1 overall
before clipping %2
after clipping %3</source>
        <translation>Batch %1 insgesamt
vor dem Begrenzen %2
nach dem Begrenzen %3</translation>
    </message>
</context>
<context>
    <name>gatescope::HealthView</name>
    <message>
        <source>Gate health</source>
        <translation>Zustand der Tore</translation>
    </message>
    <message>
        <source>Share of steps in which each unit&apos;s gates are near 0 or near 1, dead units and twins.</source>
        <translation>Anteil der Schritte, in denen die Tore jeder Einheit nahe 0 oder nahe 1 sind, tote Einheiten und Zwillinge.</translation>
    </message>
    <message>
        <source>share of steps near 0 (gate below %1)</source>
        <translation>Anteil der Schritte nahe 0 (Tor unter %1)</translation>
    </message>
    <message>
        <source>How often the gate is near 0: to the right, nearly always.</source>
        <translation>Wie oft das Tor nahe 0 ist: rechts fast immer.</translation>
    </message>
    <message>
        <source>share of steps near 1 (above %1)</source>
        <translation>Anteil der Schritte nahe 1 (über %1)</translation>
    </message>
    <message>
        <source>How often the gate is near 1: at the top, nearly always.</source>
        <translation>Wie oft das Tor nahe 1 ist: oben fast immer.</translation>
    </message>
    <message>
        <source>hollow: untouched</source>
        <translation>hohl: unberührt</translation>
    </message>
    <message>
        <source>The same units without what is held or set in What if.</source>
        <translation>Dieselben Einheiten ohne das, was unter „Was wäre, wenn“ festgehalten oder gesetzt ist.</translation>
    </message>
    <message>
        <source>%1 and %2 (%3)</source>
        <translation>%1 und %2 (%3)</translation>
    </message>
    <message>
        <source>last update / weights: not kept</source>
        <translation>letzte Änderung / Gewichte: nicht aufbewahrt</translation>
    </message>
    <message>
        <source>last update / weights: none yet</source>
        <translation>letzte Änderung / Gewichte: noch keine</translation>
    </message>
    <message>
        <source>last update / weights: %1 to %2 over the tensors (about 0.001 is healthy)</source>
        <translation>letzte Änderung / Gewichte: %1 bis %2 über die Tensoren (etwa 0.001 ist gesund)</translation>
    </message>
    <message>
        <source>dead units: none; every state moves</source>
        <translation>tote Einheiten: keine; jeder Zustand bewegt sich</translation>
    </message>
    <message>
        <source>dead units: %1 (unit %2): their states do not move</source>
        <translation>tote Einheiten: %1 (Einheit %2): Ihre Zustände bewegen sich nicht</translation>
    </message>
    <message>
        <source>unit %1
r near 0 in %2, near 1 in %3 of the steps
z near 0 in %4, near 1 in %5
h moves over %6</source>
        <translation>Einheit %1
r nahe 0 in %2, nahe 1 in %3 der Schritte
z nahe 0 in %4, nahe 1 in %5
h bewegt sich über %6</translation>
    </message>
    <message>
        <source>
last update / weights: %1</source>
        <translation>
letzte Änderung / Gewichte: %1</translation>
    </message>
    <message>
        <source>in this one sequence</source>
        <translation>in dieser einen Sequenz</translation>
    </message>
    <message>
        <source>over %1 sequences</source>
        <translation>über %1 Sequenzen</translation>
    </message>
    <message>
        <source>twins %1: none; no two units move alike</source>
        <translation>Zwillinge %1: keine; keine zwei Einheiten bewegen sich gleich</translation>
    </message>
    <message>
        <source>units that move alike %1, in pairs: %2, most alike %3</source>
        <translation>Einheiten, die sich %1 gleich bewegen, in Paaren: %2, am ähnlichsten %3</translation>
    </message>
</context>
<context>
    <name>gatescope::Heatmap</name>
    <message>
        <source>No values yet</source>
        <translation>Noch keine Werte</translation>
    </message>
    <message>
        <source>%1
unit %2 · step %3
%4 = %5</source>
        <translation>%1
Einheit %2 · Schritt %3
%4 = %5</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>%1: mean %2; lowest %3 at step %4, unit %5; highest %6 at step %7, unit %8.</source>
        <translation>%1: Mittel %2; kleinster Wert %3 in Schritt %4, Einheit %5; größter %6 in Schritt %7, Einheit %8.</translation>
    </message>
    <message>
        <source>step %1, unit %2: %3</source>
        <translation>Schritt %1, Einheit %2: %3</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1, Einheit %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>gatescope::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Hilfe schließen</translation>
    </message>
    <message>
        <source>Closes the help (F1 or Esc).</source>
        <translation>Schließt die Hilfe (F1 oder Esc).</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
</context>
<context>
    <name>gatescope::HiddenView</name>
    <message>
        <source>Hidden state</source>
        <translation>Verdeckter Zustand</translation>
    </message>
    <message>
        <source>h hidden state</source>
        <translation>h verdeckter Zustand</translation>
    </message>
    <message>
        <source>n candidate</source>
        <translation>n Kandidat</translation>
    </message>
    <message>
        <source>Hidden states, units by steps</source>
        <translation>Verdeckte Zustände, Einheiten mal Schritte</translation>
    </message>
    <message>
        <source>Curve of the unit pointed at</source>
        <translation>Kurve der Einheit unter dem Zeiger</translation>
    </message>
    <message>
        <source>The time step within the probe sequence.</source>
        <translation>Der Zeitschritt in der Beobachtungssequenz.</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <source>by half-life</source>
        <translation>nach Halbwertszeit</translation>
    </message>
    <message>
        <source>by similarity</source>
        <translation>nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>Order of the units</source>
        <translation>Reihenfolge der Einheiten</translation>
    </message>
    <message>
        <source>Puts units with a long memory on top, or units that behave alike beside each other; renewed every epoch.</source>
        <translation>Stellt Einheiten mit langem Gedächtnis nach oben, oder ähnliche nebeneinander; jede Epoche neu.</translation>
    </message>
    <message>
        <source>h hidden state · layer %1</source>
        <translation>h verdeckter Zustand · Schicht %1</translation>
    </message>
    <message>
        <source>probe sequence %1 · %2</source>
        <translation>Beobachtungssequenz %1 · %2</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>Hidden state and candidate of the unit pointed at, between −1 and 1.</source>
        <translation>Verdeckter Zustand und Kandidat der Einheit unter dem Zeiger, zwischen −1 und 1.</translation>
    </message>
    <message>
        <source>layer %1 · unit %2 · step %3
h = %4
n = %5
half of its memory is left after %6</source>
        <translation>Schicht %1 · Einheit %2 · Schritt %3
h = %4
n = %5
von ihrem Gedächtnis ist die Hälfte übrig nach: %6</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>No states yet.</source>
        <translation>Noch keine Zustände.</translation>
    </message>
    <message>
        <source> · output</source>
        <translation> · output</translation>
    </message>
    <message>
        <source>%1 · the last column is h_n</source>
        <translation>%1 · die letzte Spalte ist h_n</translation>
    </message>
    <message>
        <source>units · %1</source>
        <translation>Einheiten · %1</translation>
    </message>
</context>
<context>
    <name>gatescope::InspectView</name>
    <message>
        <source>%1 · with what-ifs</source>
        <translation>%1 · mit Was-wäre-wenn</translation>
    </message>
    <message>
        <source>Nothing to show yet: open data in Data.</source>
        <translation>Noch nichts zu zeigen: Öffnen Sie Daten unter „Daten“.</translation>
    </message>
</context>
<context>
    <name>gatescope::InspectWorkspace</name>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Step through a sequence and see every number.</source>
        <translation>Eine Sequenz Schritt für Schritt durchgehen und jede Zahl sehen.</translation>
    </message>
    <message>
        <source>The stack, unrolled</source>
        <translation>Das Netz, entfaltet</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>arrows carry their shapes</source>
        <translation>die Pfeile tragen ihre Formen</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Shows the opened cell.</source>
        <translation>Zeigt die geöffnete Zelle.</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Shows the unrolled stack (S).</source>
        <translation>Zeigt das entfaltete Netz (S).</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Shows what-ifs, portrait, memory, gate health, pattern search and conventions (Q goes from one to the next).</source>
        <translation>Zeigt Was-wäre-wenn, Porträt, Gedächtnis, Zustand der Tore, Mustersuche und Konventionen (Q geht von einem zum nächsten).</translation>
    </message>
</context>
<context>
    <name>gatescope::Inspection</name>
    <message>
        <source>Open a CSV or choose a data set in Data: then every number of the network can be seen here.</source>
        <translation>Öffnen Sie eine CSV, oder wählen Sie unter Daten einen Datensatz: Dann ist hier jede Zahl des Netzes zu sehen.</translation>
    </message>
    <message>
        <source>%1 sequence %2 · %3</source>
        <translation>%1 Sequenz %2 · %3</translation>
    </message>
    <message>
        <source>The what-ifs do not fit this network; they were cleared.</source>
        <translation>Die Was-wäre-wenn-Änderungen passen nicht zu diesem Netz; sie wurden aufgehoben.</translation>
    </message>
    <message>
        <source>The what-ifs were of the data before; they were cleared.</source>
        <translation>Die Was-wäre-wenn-Änderungen gehörten zu den Daten davor; sie wurden aufgehoben.</translation>
    </message>
</context>
<context>
    <name>gatescope::KeysDialog</name>
    <message>
        <source>In a view</source>
        <translation>In einer Ansicht</translation>
    </message>
    <message>
        <source>a step back, a step on</source>
        <translation>einen Schritt zurück, einen Schritt vor</translation>
    </message>
    <message>
        <source>the first step, the last</source>
        <translation>der erste Schritt, der letzte</translation>
    </message>
    <message>
        <source>another unit</source>
        <translation>eine andere Einheit</translation>
    </message>
    <message>
        <source>another layer</source>
        <translation>eine andere Schicht</translation>
    </message>
    <message>
        <source>show everything again after zooming</source>
        <translation>nach dem Zoomen wieder alles zeigen</translation>
    </message>
    <message>
        <source>the next number that explains itself, the one before</source>
        <translation>die nächste Zahl, die sich erklärt, die vorige</translation>
    </message>
    <message>
        <source>the view in words</source>
        <translation>die Ansicht in Worten</translation>
    </message>
    <message>
        <source>an earlier moment of the training, a later one</source>
        <translation>ein früherer Zeitpunkt des Trainings, ein späterer</translation>
    </message>
    <message>
        <source>play the training as a film</source>
        <translation>das Training als Film abspielen</translation>
    </message>
    <message>
        <source>In Inspect</source>
        <translation>Unter Untersuchen</translation>
    </message>
    <message>
        <source>play the sequence</source>
        <translation>die Sequenz abspielen</translation>
    </message>
    <message>
        <source>layer, unit, products</source>
        <translation>Schicht, Einheit, Produkte</translation>
    </message>
    <message>
        <source>forward or backward</source>
        <translation>vorwärts oder rückwärts</translation>
    </message>
    <message>
        <source>pin the number, let all go</source>
        <translation>die Zahl anheften, alle lösen</translation>
    </message>
    <message>
        <source>the next question, the one before</source>
        <translation>die nächste Frage, die vorige</translation>
    </message>
    <message>
        <source>the stack</source>
        <translation>das Netz</translation>
    </message>
    <message>
        <source>Presenting a lesson</source>
        <translation>Beim Vorführen einer Lektion</translation>
    </message>
    <message>
        <source>count a hand; with Shift take it back</source>
        <translation>eine Hand zählen; mit Umschalt zurücknehmen</translation>
    </message>
    <message>
        <source>turn pages</source>
        <translation>Seiten umblättern</translation>
    </message>
    <message>
        <source>notes for the teacher</source>
        <translation>Notizen für die Lehrkraft</translation>
    </message>
    <message>
        <source>spotlight at the pointer</source>
        <translation>Scheinwerfer am Zeiger</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>the workspaces</source>
        <translation>die Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Keys of one character</source>
        <translation>Tasten mit einem Zeichen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Letters, digits and signs press actions. Off, for whoever speaks to the computer or slips on the keyboard, only keys with Ctrl or Alt, function keys and Space do.</source>
        <translation>Buchstaben, Ziffern und Zeichen lösen Aktionen aus. Ausgeschaltet – für alle, die mit dem Computer sprechen oder auf der Tastatur abrutschen – tun es nur Tasten mit Strg oder Alt, Funktionstasten und die Leertaste.</translation>
    </message>
    <message>
        <source>Standard keys</source>
        <translation>Standardtasten</translation>
    </message>
    <message>
        <source>Gives every action the key that it comes with.</source>
        <translation>Gibt jeder Aktion die Taste, mit der sie ausgeliefert wird.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Prints this list.</source>
        <translation>Druckt diese Liste.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Click, then press the key that is to do this; Backspace takes the key away.</source>
        <translation>Anklicken, dann die Taste drücken, die dies tun soll; die Rücktaste nimmt die Taste weg.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” already: give that another one first.</source>
        <translation>%1 ist schon die Taste für „%2“: Geben Sie dieser Aktion zuerst eine andere.</translation>
    </message>
</context>
<context>
    <name>gatescope::LagCard</name>
    <message>
        <source>Error by lag</source>
        <translation>Fehler nach Vorlauf</translation>
    </message>
    <message>
        <source>rows ahead</source>
        <translation>Zeilen voraus</translation>
    </message>
    <message>
        <source>residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>What is shown by lag</source>
        <translation>Was über dem Vorlauf gezeigt wird</translation>
    </message>
    <message>
        <source>The error against the rows ahead, or the correlation of the residuals with themselves some rows later.</source>
        <translation>Der Fehler über den Zeilen voraus, oder die Korrelation der Residuen mit sich selbst einige Zeilen später.</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>persistence</source>
        <translation>Persistenz</translation>
    </message>
    <message>
        <source>Residuals by lag</source>
        <translation>Residuen nach Abstand</translation>
    </message>
    <message>
        <source>How many rows after the last known one the forecast is for.</source>
        <translation>Wie viele Zeilen nach der letzten bekannten die Vorhersage liegt.</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>RMSE (%1)</source>
        <translation>RMSE (%1)</translation>
    </message>
    <message>
        <source>Root mean squared error, in the target&apos;s unit.</source>
        <translation>Wurzel aus dem mittleren quadratischen Fehler, in der Einheit des Ziels.</translation>
    </message>
    <message>
        <source>The network predicts one horizon and cannot run freely: train it for horizon 1, or for several horizons.</source>
        <translation>Das Netz sagt einen Horizont vorher und kann nicht frei laufen: Trainieren Sie es für Horizont 1 oder für mehrere Horizonte.</translation>
    </message>
    <message>
        <source>free running, over %1 starts</source>
        <translation>frei laufend, über %1 Startpunkte</translation>
    </message>
    <message>
        <source>by horizon, over %1 windows</source>
        <translation>nach Horizont, über %1 Fenster</translation>
    </message>
    <message>
        <source>rows later</source>
        <translation>Zeilen später</translation>
    </message>
    <message>
        <source>How many rows lie between the two residuals.</source>
        <translation>Wie viele Zeilen zwischen den beiden Residuen liegen.</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>1: residuals repeat themselves; 0: nothing left that could be predicted from them.</source>
        <translation>1: Die Residuen wiederholen sich; 0: Aus ihnen lässt sich nichts mehr vorhersagen.</translation>
    </message>
    <message>
        <source>correlation of the residuals with themselves</source>
        <translation>Korrelation der Residuen mit sich selbst</translation>
    </message>
    <message>
        <source>%1 rows: %2</source>
        <translation>%1 Zeilen: %2</translation>
    </message>
    <message>
        <source>
persistence: %1</source>
        <translation>
Persistenz: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Classes have no error by lag: see Classes.</source>
        <translation>Klassen haben keinen Fehler nach Abstand: siehe „Klassen“.</translation>
    </message>
    <message>
        <source>No errors yet: open data in Data, and the network&apos;s forecasts are measured by how far ahead they are.</source>
        <translation>Noch keine Fehler: Öffnen Sie Daten unter „Daten“; dann werden die Vorhersagen des Netzes danach gemessen, wie weit sie vorausreichen.</translation>
    </message>
    <message>
        <source>There is nothing to compare with: these data hold no target.</source>
        <translation>Es gibt nichts zu vergleichen: Diese Daten enthalten kein Ziel.</translation>
    </message>
</context>
<context>
    <name>gatescope::LagView</name>
    <message>
        <source>Gradient by lag</source>
        <translation>Gradient nach Abstand</translation>
    </message>
    <message>
        <source>The share of the last step&apos;s gradient that is left so many steps before the end.</source>
        <translation>Der Anteil am Gradienten des letzten Schritts, der so viele Schritte vor dem Ende noch übrig ist.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>untouched, layer %1</source>
        <translation>unberührt, Schicht %1</translation>
    </message>
    <message>
        <source>tanh twin, layer %1</source>
        <translation>tanh-Zwilling, Schicht %1</translation>
    </message>
    <message>
        <source>steps before the end</source>
        <translation>Schritte vor dem Ende</translation>
    </message>
    <message>
        <source>How long ago a state was, counted from the last step.</source>
        <translation>Wie lange ein Zustand her ist, vom letzten Schritt an gezählt.</translation>
    </message>
    <message>
        <source>share of the gradient left (log)</source>
        <translation>verbliebener Anteil des Gradienten (log)</translation>
    </message>
    <message>
        <source>‖∂loss/∂h‖ at this lag, as a share of the last step&apos;s: what vanishes cannot be learnt from.</source>
        <translation>‖∂Verlust/∂h‖ in diesem Abstand, als Anteil am Wert des letzten Schritts: Was schwindet, kann nicht gelernt werden.</translation>
    </message>
    <message>
        <source>A plain tanh network of the same size, trained on the same batches: nothing but matrices carries its gradient back.</source>
        <translation>Ein einfaches tanh-Netz derselben Größe, auf denselben Batches trainiert: Nur Matrizen tragen seinen Gradienten zurück.</translation>
    </message>
    <message>
        <source>The same without what is held or set in What if.</source>
        <translation>Dasselbe ohne das, was unter „Was wäre, wenn“ festgehalten oder gesetzt ist.</translation>
    </message>
    <message>
        <source>The gradient that reaches the hidden states of this layer.</source>
        <translation>Der Gradient, der die verdeckten Zustände dieser Schicht erreicht.</translation>
    </message>
    <message>
        <source>%1 steps before the end (step %2)</source>
        <translation>%1 Schritte vor dem Ende (Schritt %2)</translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <translation>%1: %2 übrig</translation>
    </message>
</context>
<context>
    <name>gatescope::LayerGrain</name>
    <message>
        <source>Inside the cell: the layer</source>
        <translation>In der Zelle: die Schicht</translation>
    </message>
    <message>
        <source>The four stages of the cell, every term as a vector over the units.</source>
        <translation>Die vier Stufen der Zelle, jeder Term als Vektor über die Einheiten.</translation>
    </message>
    <message>
        <source>Every equation computed again in double precision, minus what the network stored: the equation on screen is the one that runs.</source>
        <translation>Jede Gleichung noch einmal in doppelter Genauigkeit gerechnet, minus dem, was das Netz gespeichert hat: Die Gleichung auf dem Bildschirm ist die, die läuft.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source> · lower third of a strip: untouched</source>
        <translation> · unteres Drittel eines Streifens: unberührt</translation>
    </message>
</context>
<context>
    <name>gatescope::LeakageTally</name>
    <message>
        <source>Train once with and once without, all else the same: what it gained then stands here.</source>
        <translation>Trainieren Sie einmal mit und einmal ohne, bei sonst gleichen Einstellungen: Was es gewonnen hat, steht dann hier.</translation>
    </message>
    <message>
        <source>shuffled windows and scaling on all rows</source>
        <translation>gemischten Fenstern und Skalierung auf allen Zeilen</translation>
    </message>
    <message>
        <source>shuffled windows</source>
        <translation>gemischten Fenstern</translation>
    </message>
    <message>
        <source>scaling on all rows</source>
        <translation>Skalierung auf allen Zeilen</translation>
    </message>
    <message>
        <source>%1 times smaller, by leakage alone</source>
        <translation>%1-mal kleiner, allein durch das Datenleck</translation>
    </message>
    <message>
        <source>no gain here</source>
        <translation>hier kein Gewinn</translation>
    </message>
    <message>
        <source>about the same here</source>
        <translation>hier etwa gleich</translation>
    </message>
    <message>
        <source>Lowest validation loss: %1 with %2, %3 honestly: %4.</source>
        <translation>Kleinster Validierungsverlust: %1 mit %2, ehrlich %3: %4.</translation>
    </message>
</context>
<context>
    <name>gatescope::LearnWorkspace</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Lessons that ask first, and show it on the living network.</source>
        <translation>Lektionen, die erst fragen und es dann am lebenden Netz zeigen.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Record a lesson</source>
        <translation>Lektion aufzeichnen</translation>
    </message>
    <message>
        <source>Takes down what you do in the program, and writes a lesson of it.</source>
        <translation>Hält fest, was Sie im Programm tun, und schreibt daraus eine Lektion.</translation>
    </message>
    <message>
        <source>Each is one idea: you predict, you do it, and the network answers. Your answers stay on this machine.</source>
        <translation>Jede handelt von einem Gedanken: Sie sagen voraus, Sie probieren es aus, und das Netz antwortet. Ihre Antworten bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Notes for the teacher</source>
        <translation>Notizen für die Lehrkraft</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>Lektion schließen</translation>
    </message>
    <message>
        <source>The lesson %1 of the class set-up is not here.</source>
        <translation>Die Lektion %1 des Klassenpakets ist nicht da.</translation>
    </message>
    <message>
        <source>Put its folder into %1.</source>
        <translation>Legen Sie ihren Ordner in %1.</translation>
    </message>
</context>
<context>
    <name>gatescope::LensView</name>
    <message>
        <source>Convention lens</source>
        <translation>Vergleich der Konventionen</translation>
    </message>
    <message>
        <source>The same trained weights as PyTorch, Keras, ONNX and the textbook write them.</source>
        <translation>Dieselben trainierten Gewichte, wie PyTorch, Keras, ONNX und das Lehrbuch sie schreiben.</translation>
    </message>
    <message>
        <source>%1 · layer %2</source>
        <translation>%1 · Schicht %2</translation>
    </message>
    <message>
        <source>gate order</source>
        <translation>Reihenfolge der Tore</translation>
    </message>
    <message>
        <source>In which order the gates stand in the stacked matrices.</source>
        <translation>In welcher Reihenfolge die Tore in den gestapelten Matrizen stehen.</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>Bias-Werte</translation>
    </message>
    <message>
        <source>Which biases there are and how they are stored.</source>
        <translation>Welche Bias-Werte es gibt und wie sie gespeichert sind.</translation>
    </message>
    <message>
        <source>update gate</source>
        <translation>Aktualisierungstor</translation>
    </message>
    <message>
        <source>: here z flips, h does not change</source>
        <translation>: hier kehrt sich z um, h ändert sich nicht</translation>
    </message>
    <message>
        <source>What z = 1 means: in some conventions it keeps the old state, in others it takes the new one.</source>
        <translation>Was z = 1 bedeutet: In manchen Konventionen behält es den alten Zustand, in anderen nimmt es den neuen.</translation>
    </message>
    <message>
        <source>%1 = %2 · %3</source>
        <translation>%1 = %2 · %3</translation>
    </message>
    <message>
        <source>%1: the trained numbers as this convention holds them; red is positive, blue negative.</source>
        <translation>%1: die trainierten Zahlen, wie diese Konvention sie enthält; Rot ist positiv, Blau negativ.</translation>
    </message>
    <message>
        <source>Number of parameters</source>
        <translation>Zahl der Parameter</translation>
    </message>
    <message>
        <source>%1 = %2 = %3</source>
        <translation>%1 = %2 = %3</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>The sum of all terms: every trainable number of the network.</source>
        <translation>Die Summe aller Terme: jede trainierbare Zahl des Netzes.</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonCard</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>This lesson&apos;s file has faults: %1</source>
        <translation>Die Datei dieser Lektion hat Fehler: %1</translation>
    </message>
    <message>
        <source>with faults</source>
        <translation>mit Fehlern</translation>
    </message>
    <message>
        <source>Opens the lesson beside the program.</source>
        <translation>Öffnet die Lektion neben dem Programm.</translation>
    </message>
    <message>
        <source>begun: page %1 of %2</source>
        <translation>begonnen: Seite %1 von %2</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fertig</translation>
    </message>
    <message>
        <source>open beside the program: page %1 of %2</source>
        <translation>neben dem Programm geöffnet: Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonMeter</name>
    <message>
        <source>loss and gradient: finite in every batch</source>
        <translation>Verlust und Gradient: in jedem Batch endlich</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonPanel</name>
    <message>
        <source>Lesson %1 · %2 min · page %3 of %4</source>
        <translation>Lektion %1 · %2 min · Seite %3 von %4</translation>
    </message>
    <message>
        <source>Lesson: %1</source>
        <translation>Lektion: %1</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>Weiter ›</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What you will see, and why, unfolds after the answer.</source>
        <translation>Was Sie sehen werden, und warum, klappt nach der Antwort auf.</translation>
    </message>
    <message>
        <source>This lesson&apos;s file has faults: its links do nothing until they are mended.</source>
        <translation>Die Datei dieser Lektion hat Fehler: Ihre Verweise tun nichts, bis sie behoben sind.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
    <message>
        <source>For the teacher</source>
        <translation>Für die Lehrkraft</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Zurück</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Volles Tempo</translation>
    </message>
    <message>
        <source>Trains on without waiting to be watched.</source>
        <translation>Trainiert weiter, ohne aufs Zusehen zu warten.</translation>
    </message>
    <message>
        <source>Turns to the page before.</source>
        <translation>Blättert zur vorigen Seite.</translation>
    </message>
    <message>
        <source>Turns to the next page; after the last one it closes the lesson.</source>
        <translation>Blättert zur nächsten Seite; nach der letzten schließt es die Lektion.</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>Lektion schließen</translation>
    </message>
    <message>
        <source>Closes the lesson; it opens again at this page.</source>
        <translation>Schließt die Lektion; sie öffnet sich wieder auf dieser Seite.</translation>
    </message>
    <message>
        <source>More of this lesson</source>
        <translation>Mehr zu dieser Lektion</translation>
    </message>
    <message>
        <source>Begin again, hand in answers, notes for the teacher.</source>
        <translation>Neu beginnen, Antworten abgeben, Notizen für die Lehrkraft.</translation>
    </message>
    <message>
        <source>Open the lesson&apos;s example again</source>
        <translation>Beispiel der Lektion wieder öffnen</translation>
    </message>
    <message>
        <source>Begin the lesson again</source>
        <translation>Lektion neu beginnen</translation>
    </message>
    <message>
        <source>Save my answers…</source>
        <translation>Meine Antworten speichern…</translation>
    </message>
    <message>
        <source>Notes for the teacher</source>
        <translation>Notizen für die Lehrkraft</translation>
    </message>
    <message>
        <source>No question of this lesson is answered yet.</source>
        <translation>Noch keine Frage dieser Lektion ist beantwortet.</translation>
    </message>
    <message>
        <source>Save my answers</source>
        <translation>Meine Antworten speichern</translation>
    </message>
    <message>
        <source>Answers (*.csv)</source>
        <translation>Antworten (*.csv)</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonRecorder</name>
    <message>
        <source>What this is about</source>
        <translation>Worum es hier geht</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonTextView</name>
    <message>
        <source>Text of the lesson</source>
        <translation>Text der Lektion</translation>
    </message>
</context>
<context>
    <name>gatescope::LettersView</name>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>The characters of the sequence, coloured by a unit, and the chances of the next one at the cursor.</source>
        <translation>Die Zeichen der Sequenz, gefärbt nach einer Einheit, und die Wahrscheinlichkeiten des nächsten am Cursor.</translation>
    </message>
    <message>
        <source>These data are no text.
Open a .txt, or The Devil&apos;s Dictionary in Data.</source>
        <translation>Diese Daten sind kein Text.
Öffnen Sie eine .txt, oder unter Daten The Devil&apos;s Dictionary.</translation>
    </message>
    <message>
        <source>loss of each step, bits</source>
        <translation>Verlust je Schritt, Bits</translation>
    </message>
    <message>
        <source>%1 of unit %2, layer %3</source>
        <translation>%1 der Einheit %2, Schicht %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>How many bits the character that came next cost at each step.</source>
        <translation>Wie viele Bits das Zeichen, das als Nächstes kam, in jedem Schritt kostete.</translation>
    </message>
    <message>
        <source>%1 Up and down choose another unit, page up and page down another layer.</source>
        <translation>%1 Auf und Ab wählen eine andere Einheit, Bild auf und Bild ab eine andere Schicht.</translation>
    </message>
    <message>
        <source>what comes next, at t = %1</source>
        <translation>was als Nächstes kommt, bei t = %1</translation>
    </message>
    <message>
        <source>The network gives %1 to %2, which is what came next.</source>
        <translation>Das Netz gibt %2, dem Zeichen, das als Nächstes kam, %1.</translation>
    </message>
    <message>
        <source>The network gives %1 to %2 as the next character.</source>
        <translation>Das Netz gibt %2 als nächstem Zeichen %1.</translation>
    </message>
    <message>
        <source>step %1 reads %2</source>
        <translation>Schritt %1 liest %2</translation>
    </message>
    <message>
        <source>; %1 = %2</source>
        <translation>; %1 = %2</translation>
    </message>
    <message>
        <source>loss in bits</source>
        <translation>Verlust in Bits</translation>
    </message>
    <message>
        <source>; next comes %1</source>
        <translation>; als Nächstes kommt %1</translation>
    </message>
</context>
<context>
    <name>gatescope::LinkRunner</name>
    <message>
        <source>open the lesson&apos;s example</source>
        <translation>das Beispiel der Lektion öffnen</translation>
    </message>
    <message>
        <source>what the lesson did</source>
        <translation>was die Lektion tat</translation>
    </message>
    <message>
        <source>Opening what the lesson needs …</source>
        <translation>Öffnen, was die Lektion braucht …</translation>
    </message>
    <message>
        <source>Training to epoch %1 …</source>
        <translation>Training bis Epoche %1 …</translation>
    </message>
    <message>
        <source>Training to batch %1 …</source>
        <translation>Training bis Batch %1 …</translation>
    </message>
    <message>
        <source>This window has no place %1.</source>
        <translation>Dieses Fenster hat keine Stelle %1.</translation>
    </message>
</context>
<context>
    <name>gatescope::LiveTraining</name>
    <message>
        <source>The loss is no number any more; training is paused before the update.</source>
        <translation>Der Verlust ist keine Zahl mehr; das Training hält vor der Änderung der Gewichte an.</translation>
    </message>
    <message>
        <source>Lower the learning rate or clip the gradient, then reset (R).</source>
        <translation>Senken Sie die Lernrate oder begrenzen Sie den Gradienten, dann zurücksetzen (R).</translation>
    </message>
    <message>
        <source>Reset (R) starts again.</source>
        <translation>Zurücksetzen (R) beginnt neu.</translation>
    </message>
    <message>
        <source>The weights in force are those of epoch %1; the validation loss was lowest after epoch %2, whose weights Predict and Export can take.</source>
        <translation>In Kraft sind die Gewichte der Epoche %1; am kleinsten war der Validierungsverlust nach Epoche %2, deren Gewichte Vorhersagen und Export verwenden können.</translation>
    </message>
    <message>
        <source>Drop a CSV here, or use File › Open.</source>
        <translation>Ziehen Sie eine CSV hierher, oder nutzen Sie Datei › Öffnen.</translation>
    </message>
    <message>
        <source>%1 is open, and Data asks what to do with it.</source>
        <translation>%1 ist geöffnet, und Daten fragt, was damit geschehen soll.</translation>
    </message>
    <message>
        <source>Best so far: epoch %1; Run › Use the best weights takes them.</source>
        <translation>Bisher am besten: Epoche %1; Lauf › Beste Gewichte einsetzen übernimmt sie.</translation>
    </message>
    <message>
        <source>Stopped in epoch %1 at batch %2.</source>
        <translation>Angehalten in Epoche %1 bei Batch %2.</translation>
    </message>
</context>
<context>
    <name>gatescope::LiveView</name>
    <message>
        <source>layer %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
    <message>
        <source>layers %1–%2 of %3</source>
        <translation>Schichten %1–%2 von %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>step · a row of the window</source>
        <translation>Schritt · eine Zeile des Fensters</translation>
    </message>
</context>
<context>
    <name>gatescope::LossView</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Loss over the epochs</source>
        <translation>Verlust über die Epochen</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epochs trained: one is once through all training sequences.</source>
        <translation>Trainierte Epochen: eine ist ein Durchgang durch alle Trainingssequenzen.</translation>
    </message>
    <message>
        <source>no smoothing</source>
        <translation>ohne Glättung</translation>
    </message>
    <message>
        <source>smoothed %1</source>
        <translation>geglättet %1</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>The share of the smoothed curve that is kept from batch to batch.</source>
        <translation>Der Anteil der geglätteten Kurve, der von Batch zu Batch bleibt.</translation>
    </message>
    <message>
        <source>Draws equal ratios as equal distances, so that late progress stays visible.</source>
        <translation>Zeichnet gleiche Verhältnisse als gleiche Abstände, sodass auch später Fortschritt sichtbar bleibt.</translation>
    </message>
    <message>
        <source>the run before</source>
        <translation>der Lauf davor</translation>
    </message>
    <message>
        <source>each batch</source>
        <translation>jeder Batch</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>No batch trained yet.
Space starts the training, B trains one batch.</source>
        <translation>Noch kein Batch trainiert.
Die Leertaste startet das Training, B trainiert einen Batch.</translation>
    </message>
    <message>
        <source>%1 (nats)</source>
        <translation>%1 (Nats)</translation>
    </message>
    <message>
        <source>The error that training makes small: minus the natural logarithm of the probability that the right class was given, on average; 0 where it is sure.</source>
        <translation>Der Fehler, den das Training klein macht: minus der natürliche Logarithmus der Wahrscheinlichkeit, die der richtigen Klasse gegeben wurde, im Mittel; 0, wo sie sicher ist.</translation>
    </message>
    <message>
        <source>%1 (scaled)</source>
        <translation>%1 (skaliert)</translation>
    </message>
    <message>
        <source>The error that training makes small, of scaled values, so it has no unit.</source>
        <translation>Der Fehler, den das Training klein macht, von skalierten Werten, also ohne Einheit.</translation>
    </message>
    <message>
        <source>The error that training makes small; this data is not scaled.</source>
        <translation>Der Fehler, den das Training klein macht; diese Daten sind nicht skaliert.</translation>
    </message>
    <message>
        <source>thinned: %1 batches a point, extremes kept</source>
        <translation>ausgedünnt: %1 Batches je Punkt, Extreme behalten</translation>
    </message>
    <message>
        <source>best: epoch %1</source>
        <translation>beste: Epoche %1</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>Training %1</translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation>Validierung %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Training loss, measured again</source>
        <translation>Trainingsverlust, nachgemessen</translation>
    </message>
    <message>
        <source>Measures the whole training part after each epoch as validation is measured: with one set of weights, and nothing dropped out.</source>
        <translation>Misst nach jeder Epoche den ganzen Trainingsteil so, wie die Validierung gemessen wird: mit einem einzigen Stand der Gewichte und ohne Dropout.</translation>
    </message>
    <message>
        <source>training, measured again</source>
        <translation>Training, nachgemessen</translation>
    </message>
    <message>
        <source>Nothing to train on yet.</source>
        <translation>Noch nichts zu trainieren.</translation>
    </message>
    <message>
        <source>training told right: %1 %</source>
        <translation>Training richtig: %1 %</translation>
    </message>
    <message>
        <source>training, measured again %1</source>
        <translation>Training, neu gemessen %1</translation>
    </message>
    <message>
        <source>told right in training, measured again: %1 %</source>
        <translation>im Training richtig, neu gemessen: %1 %</translation>
    </message>
    <message>
        <source>epoch %1 · batch %2 overall</source>
        <translation>Epoche %1 · Batch %2 insgesamt</translation>
    </message>
</context>
<context>
    <name>gatescope::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>&amp;Sitzung speichern</translation>
    </message>
    <message>
        <source>Writes weights, training state, settings, history and view to one file: training goes on from it as if it had never stopped.</source>
        <translation>Schreibt Gewichte, Trainingszustand, Einstellungen, Verlauf und Ansicht in eine Datei: Das Training geht von dort weiter, als hätte es nie aufgehört.</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Saves under another name.</source>
        <translation>Speichert unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>&amp;Class set-up</source>
        <translation>&amp;Klassenpaket</translation>
    </message>
    <message>
        <source>Export &amp;weights…</source>
        <translation>&amp;Gewichte exportieren…</translation>
    </message>
    <message>
        <source>Writes the weights for PyTorch, ONNX, Keras and others, reads them back and compares.</source>
        <translation>Schreibt die Gewichte für PyTorch, ONNX, Keras und andere, liest sie zurück und vergleicht.</translation>
    </message>
    <message>
        <source>Re&amp;port…</source>
        <translation>Be&amp;richt…</translation>
    </message>
    <message>
        <source>Writes one page on the run, as HTML or PDF: scores beside the baselines, verdicts, curves, settings, gate health and the command that repeats it.</source>
        <translation>Schreibt eine Seite über den Lauf, als HTML oder PDF: Ergebnisse neben den Baselines, Urteile, Kurven, Einstellungen, Zustand der Tore und der Befehl, der ihn wiederholt.</translation>
    </message>
    <message>
        <source>&amp;Export view</source>
        <translation>&amp;Ansicht exportieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Au&amp;tosave</source>
        <translation>Au&amp;tomatisch speichern</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>Alle 10 Sekunden</translation>
    </message>
    <message>
        <source>Every 30 seconds</source>
        <translation>Alle 30 Sekunden</translation>
    </message>
    <message>
        <source>Every 2 minutes</source>
        <translation>Alle 2 Minuten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>How often an unsaved training is kept while it runs, to be recovered after a crash.</source>
        <translation>Wie oft ein nicht gespeichertes Training aufbewahrt wird, während es läuft, um es nach einem Absturz wiederherzustellen.</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>This workspace has no views to export</source>
        <translation>Dieser Arbeitsbereich hat keine Ansichten zum Exportieren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegung verringern</translation>
    </message>
    <message>
        <source>This workspace has no panels to close</source>
        <translation>Dieser Arbeitsbereich hat keine Felder zum Schließen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language of all words on the screen. Numbers, files and what is exported stay as they are.</source>
        <translation>Die Sprache aller Wörter auf dem Bildschirm. Zahlen, Dateien und Exportiertes bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>Opens the page of the glossary that explains what has the focus; again closes it.</source>
        <translation>Öffnet die Seite des Glossars, die erklärt, was den Fokus hat; noch einmal schließt sie.</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>A page for every workspace, view, symbol and setting.</source>
        <translation>Eine Seite für jeden Arbeitsbereich, jede Ansicht, jedes Formelzeichen und jede Einstellung.</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>&amp;About GateScope</source>
        <translation>&amp;Über GateScope</translation>
    </message>
    <message>
        <source>About GateScope</source>
        <translation>Über GateScope</translation>
    </message>
    <message>
        <source>What&apos;s &amp;new</source>
        <translation>&amp;Neues</translation>
    </message>
    <message>
        <source>What this version can do that the one before could not.</source>
        <translation>Was diese Fassung kann und die davor nicht konnte.</translation>
    </message>
    <message>
        <source>GateScope %1

Watch a gated recurrent unit network learn.
Free software under the GNU General Public License, version 3 or later.
Running with Qt %2.</source>
        <translation>GateScope %1

Sehen Sie einem GRU-Netz beim Lernen zu.
Freie Software unter der GNU General Public License, Version 3 oder später.
Läuft mit Qt %2.</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>Dark, &amp;high contrast</source>
        <translation>Dunkel, hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Light, high &amp;contrast</source>
        <translation>Hell, hoher Kon&amp;trast</translation>
    </message>
</context>
<context>
    <name>gatescope::MainWindow</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 — GateScope</source>
        <translation>%1 — GateScope</translation>
    </message>
    <message>
        <source>Only the first of the %1 files is opened.</source>
        <translation>Nur die erste der %1 Dateien wird geöffnet.</translation>
    </message>
</context>
<context>
    <name>gatescope::MemoryCurveView</name>
    <message>
        <source>What is remembered</source>
        <translation>Was erinnert wird</translation>
    </message>
    <message>
        <source>By lag: what can be read from the state, what the gates carry, and what is left of the gradient.</source>
        <translation>Nach Abstand: was sich aus dem Zustand lesen lässt, was die Tore mitführen, und was vom Gradienten übrig ist.</translation>
    </message>
    <message>
        <source>Measuring what is remembered …</source>
        <translation>Es wird gemessen, was erinnert wird …</translation>
    </message>
    <message>
        <source>read from h: %1 (accuracy)</source>
        <translation>aus h gelesen: %1 (Trefferquote)</translation>
    </message>
    <message>
        <source>read from h: %1 (R²)</source>
        <translation>aus h gelesen: %1 (R²)</translation>
    </message>
    <message>
        <source>How well a linear reading of the layer&apos;s state, fitted on training sequences, gives what was so many steps ago, on validation sequences: what is really there.</source>
        <translation>Wie gut ein lineares Ablesen des Zustands der Schicht, auf Trainingssequenzen angepasst, auf Validierungssequenzen wiedergibt, was vor so vielen Schritten war: was wirklich da ist.</translation>
    </message>
    <message>
        <source>carried by z</source>
        <translation>durch z mitgeführt</translation>
    </message>
    <message>
        <source>The share that the unit which keeps most carries along unchanged over so many steps: what the gates alone would keep.</source>
        <translation>Der Anteil, den die Einheit, die am meisten behält, über so viele Schritte unverändert mitführt: was die Tore allein behalten würden.</translation>
    </message>
    <message>
        <source>‖∂h_T/∂h_t‖</source>
        <translation>‖∂h_T/∂h_t‖</translation>
    </message>
    <message>
        <source>By how much the last state moves at most for a small move of the state so many steps before: what gradients see.</source>
        <translation>Um wie viel sich der letzte Zustand höchstens bewegt, wenn sich der Zustand so viele Schritte zuvor ein wenig bewegt: was Gradienten sehen.</translation>
    </message>
    <message>
        <source>steps ago</source>
        <translation>Schritte zuvor</translation>
    </message>
    <message>
        <source>k: how long ago it was, counted from the state&apos;s own step.</source>
        <translation>k: wie lange es her ist, vom eigenen Schritt des Zustands aus gezählt.</translation>
    </message>
    <message>
        <source>share (0 … 1)</source>
        <translation>Anteil (0 … 1)</translation>
    </message>
    <message>
        <source>1 is all of it: everything can be read, carried, or comes back.</source>
        <translation>1 ist alles: Alles lässt sich lesen, wird mitgeführt, oder kommt zurück.</translation>
    </message>
    <message>
        <source>longest half-life</source>
        <translation>längste Halbwertszeit</translation>
    </message>
    <message>
        <source>Half of what a unit carries unchanged is left after so many steps, in the unit that keeps longest: %1.</source>
        <translation>Von dem, was eine Einheit unverändert mitführt, ist nach so vielen Schritten die Hälfte übrig, in der Einheit, die am längsten behält: %1.</translation>
    </message>
    <message>
        <source>%1 steps ago</source>
        <translation>Schritte zuvor: %1</translation>
    </message>
    <message>
        <source>always the most frequent: %1</source>
        <translation>immer das Häufigste: %1</translation>
    </message>
    <message>
        <source>more than half of what guessing leaves open</source>
        <translation>mehr als die Hälfte dessen, was Raten offen lässt</translation>
    </message>
    <message>
        <source>at least half of the variance</source>
        <translation>mindestens die Hälfte der Varianz</translation>
    </message>
    <message>
        <source>Of “%1” less than half can be read from this layer&apos;s state, at any lag.</source>
        <translation>Von „%1“ lässt sich bei keinem Abstand auch nur die Hälfte aus dem Zustand dieser Schicht lesen.</translation>
    </message>
    <message>
        <source>“%1” can be read from this layer&apos;s state %2 steps back%3 (%4 at every lag up to there).</source>
        <translation>„%1“ lässt sich aus dem Zustand dieser Schicht bis zu einem Abstand von %2 Schritten lesen%3 (%4 bei jedem Abstand bis dorthin).</translation>
    </message>
    <message>
        <source>, and maybe further</source>
        <translation>, und vielleicht weiter</translation>
    </message>
    <message>
        <source>“%1” can be read best from %2 steps ago (%3), from no more than %4 steps ago at all (%5), and not at every lag up to there.</source>
        <translation>„%1“ lässt sich beim Abstand %2 am besten lesen (%3), überhaupt nur bis zum Abstand %4 (%5), und nicht bei jedem Abstand bis dorthin.</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>Trefferquote %1</translation>
    </message>
    <message>
        <source>R² %1</source>
        <translation>R² %1</translation>
    </message>
    <message>
        <source>By z alone, no unit keeps half of anything for longer than %1 steps.</source>
        <translation>Durch z allein behält keine Einheit von irgendetwas die Hälfte länger als %1 Schritte.</translation>
    </message>
    <message>
        <source>A unit&apos;s z keeps what it holds without end.</source>
        <translation>Das z einer Einheit behält ohne Ende, was sie enthält.</translation>
    </message>
</context>
<context>
    <name>gatescope::MemoryPage</name>
    <message>
        <source>Memory by</source>
        <translation>Gedächtnis nach</translation>
    </message>
    <message>
        <source>by unit</source>
        <translation>nach Einheit</translation>
    </message>
    <message>
        <source>After how many steps half of what each unit carries along unchanged is left.</source>
        <translation>Nach wie vielen Schritten von dem, was jede Einheit unverändert mitführt, die Hälfte übrig ist.</translation>
    </message>
    <message>
        <source>by lag</source>
        <translation>nach Abstand</translation>
    </message>
    <message>
        <source>What can really be read from the states so many steps later, beside what gates would keep and gradients see.</source>
        <translation>Was sich so viele Schritte später wirklich aus den Zuständen lesen lässt, neben dem, was die Tore behalten würden und Gradienten sehen.</translation>
    </message>
    <message>
        <source>What is to be remembered</source>
        <translation>Was erinnert werden soll</translation>
    </message>
    <message>
        <source>What the states are asked for: an input, or the target, of so many steps ago.</source>
        <translation>Wonach die Zustände gefragt werden: nach einer Eingabe, oder dem Ziel, von vor so vielen Schritten.</translation>
    </message>
</context>
<context>
    <name>gatescope::MemoryView</name>
    <message>
        <source>Memory half-life</source>
        <translation>Halbwertszeit des Gedächtnisses</translation>
    </message>
    <message>
        <source>For every unit: after how many steps half of what it carries along unchanged would be left.</source>
        <translation>Für jede Einheit: nach wie vielen Schritten von dem, was sie unverändert mitführt, die Hälfte übrig wäre.</translation>
    </message>
    <message>
        <source>units, longest memory first</source>
        <translation>Einheiten, längstes Gedächtnis zuerst</translation>
    </message>
    <message>
        <source>Every bar is a unit; the cursor&apos;s unit is outlined. Click one to choose it.</source>
        <translation>Jeder Balken ist eine Einheit; die am Cursor ist umrandet. Ein Klick wählt eine.</translation>
    </message>
    <message>
        <source>half-life (steps, log)</source>
        <translation>Halbwertszeit (Schritte, log)</translation>
    </message>
    <message>
        <source>Steps after which half of what a unit carries along unchanged is left: ln ½ / mean of ln(kept share). A unit also writes itself anew, so it may know more.</source>
        <translation>Schritte, nach denen von dem, was eine Einheit unverändert mitführt, die Hälfte übrig ist: ln ½ / Mittel von ln(behaltener Anteil). Eine Einheit schreibt sich auch neu, also kann sie mehr wissen.</translation>
    </message>
    <message>
        <source>line across a bar: untouched</source>
        <translation>Strich über einem Balken: unberührt</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>unberührt</translation>
    </message>
    <message>
        <source>The unit&apos;s half-life without what is held or set in What if.</source>
        <translation>Die Halbwertszeit der Einheit ohne das, was unter „Was wäre, wenn“ festgehalten oder gesetzt ist.</translation>
    </message>
    <message>
        <source>window: %1 steps</source>
        <translation>Fenster: %1 Schritte</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The length of a window: a unit whose bar ends above it still remembers the first step at the last.</source>
        <translation>Die Länge eines Fensters: Eine Einheit, deren Balken darüber endet, erinnert sich im letzten Schritt noch an den ersten.</translation>
    </message>
    <message>
        <source>unit %1: half of what it carries along is left after %2 steps</source>
        <translation>Einheit %1: Vom Mitgeführten ist nach %2 Schritten die Hälfte übrig</translation>
    </message>
    <message>
        <source>
untouched: after %1 steps</source>
        <translation>
unberührt: nach %1 Schritten</translation>
    </message>
</context>
<context>
    <name>gatescope::MessageBar</name>
    <message>
        <source>Close this message.</source>
        <translation>Diese Meldung schließen.</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>gatescope::MomentBar</name>
    <message>
        <source>Time machine</source>
        <translation>Zeitmaschine</translation>
    </message>
    <message>
        <source>Play the training</source>
        <translation>Training abspielen</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>Zeitpunkt des Trainings</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Shows the network as it is now, and follows the training.</source>
        <translation>Zeigt das Netz, wie es jetzt ist, und folgt dem Training.</translation>
    </message>
    <message>
        <source>Shows the network as it was at an earlier moment of this training: ← and → (or [ and ] from anywhere) go from one kept moment to the next, End is now.</source>
        <translation>Zeigt das Netz, wie es zu einem früheren Zeitpunkt dieses Trainings war: ← und → (oder von überall [ und ]) gehen von einem aufbewahrten Zeitpunkt zum nächsten, Ende ist jetzt.</translation>
    </message>
    <message>
        <source>as of batch 00,000, epoch 000</source>
        <translation>Stand Batch 00,000, Epoche 000</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>jetzt: %1</translation>
    </message>
    <message>
        <source>no earlier moment kept</source>
        <translation>kein früherer Zeitpunkt aufbewahrt</translation>
    </message>
    <message>
        <source>nothing trained yet</source>
        <translation>noch nichts trainiert</translation>
    </message>
    <message>
        <source>Stops the film at this moment (F).</source>
        <translation>Hält den Film bei diesem Zeitpunkt an (F).</translation>
    </message>
    <message>
        <source>Plays the training as a film: every view shows the network as it was (F).</source>
        <translation>Spielt das Training als Film ab: Jede Ansicht zeigt das Netz, wie es war (F).</translation>
    </message>
    <message>
        <source>A film needs a training with earlier moments: train first.</source>
        <translation>Ein Film braucht ein Training mit früheren Augenblicken: Trainieren Sie zuerst.</translation>
    </message>
</context>
<context>
    <name>gatescope::Opening</name>
    <message>
        <source>%1 names %2 as its data, which is a model and holds none.</source>
        <translation>%1 nennt als Daten %2; das ist ein Modell und enthält keine.</translation>
    </message>
    <message>
        <source>Open the CSV it was trained on, and then the model again.</source>
        <translation>Öffnen Sie die CSV, auf der trainiert wurde, und dann das Modell noch einmal.</translation>
    </message>
    <message>
        <source>%1 needs data to run on.</source>
        <translation>%1 braucht Daten, um zu laufen.</translation>
    </message>
    <message>
        <source>Open the CSV it was trained on first.</source>
        <translation>Öffnen Sie zuerst die CSV, auf der trainiert wurde.</translation>
    </message>
    <message>
        <source>%1 has changed since %2 was saved: %3.</source>
        <translation>%1 hat sich geändert, seit %2 gespeichert wurde: %3.</translation>
    </message>
    <message>
        <source>The training part holds no window; make the window shorter or the training part larger.</source>
        <translation>Der Trainingsteil enthält kein Fenster; machen Sie das Fenster kürzer oder den Trainingsteil größer.</translation>
    </message>
</context>
<context>
    <name>gatescope::OptionButton</name>
    <message>
        <source>This is the answer.</source>
        <translation>Das ist die Antwort.</translation>
    </message>
    <message>
        <source>This was your answer.</source>
        <translation>Das war Ihre Antwort.</translation>
    </message>
    <message>
        <source>The key %1 counts a hand for this, Shift takes one back.</source>
        <translation>Die Taste %1 zählt hierfür eine Hand, Umschalt nimmt eine zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n hand(s)</source>
        <translation>
            <numerusform>%n Hand</numerusform>
            <numerusform>%n Hände</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::OptionField</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message numerus="yes">
        <source> row(s)</source>
        <translation>
            <numerusform> Zeile</numerusform>
            <numerusform> Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::PageJob</name>
    <message>
        <source>The report is saved in %1.</source>
        <translation>Der Bericht ist in %1 gesichert.</translation>
    </message>
</context>
<context>
    <name>gatescope::PaintedView</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>gatescope::PairCard</name>
    <message>
        <source> (1 keeps)</source>
        <translation> (1 behält)</translation>
    </message>
    <message>
        <source> (1 takes the new)</source>
        <translation> (1 nimmt das Neue)</translation>
    </message>
    <message>
        <source>Two on one sequence</source>
        <translation>Zwei auf einer Sequenz</translation>
    </message>
    <message>
        <source>Two runs</source>
        <translation>Zwei Läufe</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Erster Lauf</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>Zweiter Lauf</translation>
    </message>
    <message>
        <source>What is shown of both</source>
        <translation>Was von beiden gezeigt wird</translation>
    </message>
    <message>
        <source>opened cell</source>
        <translation>geöffnete Zelle</translation>
    </message>
    <message>
        <source>A gate or state of both runs over the sequence, or the cell at the cursor opened.</source>
        <translation>Ein Tor oder Zustand beider Läufe über die Sequenz, oder die Zelle am Cursor geöffnet.</translation>
    </message>
    <message>
        <source>Two runs on one sequence</source>
        <translation>Zwei Läufe auf einer Sequenz</translation>
    </message>
    <message>
        <source>Choose two runs on the shelf.</source>
        <translation>Wählen Sie zwei Läufe auf der Ablage.</translation>
    </message>
    <message>
        <source>There is no film of %1: films are of runs that were trained here since the program began, while there is room.</source>
        <translation>Von %1 gibt es keinen Film: Filme gibt es von Läufen, die hier seit dem Programmstart trainiert wurden, solange Platz ist.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 %2 · %3 · layer %4%5</source>
        <translation>%1 %2 · %3 · Schicht %4%5</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>the two have %1 and %2 units: no difference unit by unit</source>
        <translation>die beiden haben %1 und %2 Einheiten: kein Unterschied Einheit für Einheit</translation>
    </message>
    <message>
        <source>%1 of %2 − %3</source>
        <translation>%1 von %2 − %3</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>step in the window</source>
        <translation>Schritt im Fenster</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>sequence %1</source>
        <translation>Sequenz %1</translation>
    </message>
</context>
<context>
    <name>gatescope::PairCells</name>
    <message>
        <source>Two opened cells</source>
        <translation>Zwei geöffnete Zellen</translation>
    </message>
    <message>
        <source>The same cell of both runs, every equation with its numbers.</source>
        <translation>Dieselbe Zelle beider Läufe, jede Gleichung mit ihren Zahlen.</translation>
    </message>
    <message>
        <source>%1 · layer %2 · unit %3 · step %4 · batch %5</source>
        <translation>%1 · Schicht %2 · Einheit %3 · Schritt %4 · Batch %5</translation>
    </message>
</context>
<context>
    <name>gatescope::PairFilm</name>
    <message>
        <source>Play both films</source>
        <translation>Beide Filme abspielen</translation>
    </message>
    <message>
        <source>Moment of both trainings</source>
        <translation>Zeitpunkt beider Trainings</translation>
    </message>
    <message>
        <source>Shows both runs as they were after the same number of batches; the right end is how they ended.</source>
        <translation>Zeigt beide Läufe, wie sie nach gleich vielen Batches waren; das rechte Ende ist, wie sie endeten.</translation>
    </message>
    <message>
        <source>after batch 00,000</source>
        <translation>nach Batch 00,000</translation>
    </message>
    <message>
        <source>after batch %1</source>
        <translation>nach Batch %1</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>Stops both films at this moment.</source>
        <translation>Hält beide Filme bei diesem Zeitpunkt an.</translation>
    </message>
    <message>
        <source>Plays both trainings as films, batch for batch.</source>
        <translation>Spielt beide Trainings als Filme ab, Batch für Batch.</translation>
    </message>
    <message>
        <source>Two films need two runs: choose them on the shelf.</source>
        <translation>Zwei Filme brauchen zwei Läufe: Wählen Sie sie in der Ablage.</translation>
    </message>
</context>
<context>
    <name>gatescope::PathChart</name>
    <message>
        <source>Gradient paths over the steps</source>
        <translation>Gradientenpfade über die Schritte</translation>
    </message>
    <message>
        <source>Which share of the gradient takes each of the four paths, at every step of the sequence.</source>
        <translation>Welchen Anteil am Gradienten jeder der vier Pfade nimmt, in jedem Schritt der Sequenz.</translation>
    </message>
    <message>
        <source>paths over the steps, layer %1</source>
        <translation>Pfade über die Schritte, Schicht %1</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>unberührt</translation>
    </message>
    <message>
        <source>The borders between the paths without what is held or set in What if.</source>
        <translation>Die Grenzen zwischen den Pfaden ohne das, was unter „Was wäre, wenn“ festgehalten oder gesetzt ist.</translation>
    </message>
    <message>
        <source>from step %1 to step %2 · ‖δ‖ = %3</source>
        <translation>von Schritt %1 zu Schritt %2 · ‖δ‖ = %3</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>in Worten</translation>
    </message>
</context>
<context>
    <name>gatescope::PatternPanel</name>
    <message>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Pattern search</source>
        <translation>Mustersuche</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>The first step of the range in this sequence.</source>
        <translation>Der erste Schritt des Bereichs in dieser Sequenz.</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>The last step of the range in this sequence.</source>
        <translation>Der letzte Schritt des Bereichs in dieser Sequenz.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>A unit is on while its state is above this value.</source>
        <translation>Eine Einheit ist aktiv, solange ihr Zustand über diesem Wert liegt.</translation>
    </message>
    <message>
        <source>Suggest a threshold</source>
        <translation>Eine Schwelle vorschlagen</translation>
    </message>
    <message>
        <source>Takes the value that parts the states of this layer into on and off best (Otsu).</source>
        <translation>Nimmt den Wert, der die Zustände dieser Schicht am besten in aktiv und inaktiv trennt (Otsu).</translation>
    </message>
    <message>
        <source>Units of the pattern</source>
        <translation>Einheiten des Musters</translation>
    </message>
    <message>
        <source>The units that are on through the whole range; leave some out to search for the others.</source>
        <translation>Die Einheiten, die im ganzen Bereich aktiv sind; lassen Sie einige weg, um nach den anderen zu suchen.</translation>
    </message>
    <message>
        <source>Part searched</source>
        <translation>Durchsuchter Teil</translation>
    </message>
    <message>
        <source>Which part of the data is searched.</source>
        <translation>Welcher Teil der Daten durchsucht wird.</translation>
    </message>
    <message>
        <source>Search the pattern</source>
        <translation>Muster suchen</translation>
    </message>
    <message>
        <source>Finds where in the data these units are on alike, best first.</source>
        <translation>Findet, wo in den Daten diese Einheiten ebenso aktiv sind, die besten Stellen zuerst.</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gefundene Stellen</translation>
    </message>
    <message>
        <source>Choose a place to go there.</source>
        <translation>Wählen Sie eine Stelle, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Units on in both ÷ units on in either, between 0 and 1.</source>
        <translation>In beiden aktive Einheiten ÷ in einer von beiden aktive, zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Units of the pattern that are on there too.</source>
        <translation>Einheiten des Musters, die dort auch aktiv sind.</translation>
    </message>
    <message>
        <source>Units on there that are not in the pattern.</source>
        <translation>Dort aktive Einheiten, die nicht im Muster sind.</translation>
    </message>
    <message>
        <source>The characters there, with those before them.</source>
        <translation>Die Zeichen dort, mit denen davor.</translation>
    </message>
    <message>
        <source>Steps through which the shared units all stay on.</source>
        <translation>Schritte, durch die alle gemeinsamen Einheiten aktiv bleiben.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>On above</source>
        <translation>Aktiv über</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>No unit is on through these steps: choose fewer steps or a lower threshold.</source>
        <translation>Keine Einheit ist durch diese Schritte aktiv: Wählen Sie weniger Schritte oder eine kleinere Schwelle.</translation>
    </message>
    <message>
        <source>Units of layer %1 that are on through these steps: %2.</source>
        <translation>Einheiten der Schicht %1, die durch diese Schritte aktiv sind: %2.</translation>
    </message>
    <message>
        <source>Name at least one unit, by its number between 0 and %1.</source>
        <translation>Nennen Sie mindestens eine Einheit, mit ihrer Nummer zwischen 0 und %1.</translation>
    </message>
    <message>
        <source>There are no %1 sequences: search another part.</source>
        <translation>Es gibt keine Sequenzen in „%1“: Durchsuchen Sie einen anderen Teil.</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>These units are on alike nowhere in this part.</source>
        <translation>Diese Einheiten sind in diesem Teil nirgends ebenso aktiv.</translation>
    </message>
    <message>
        <source>Places found: %1, best first; the arrow keys go through them.</source>
        <translation>Gefundene Stellen: %1, die besten zuerst; die Pfeiltasten gehen hindurch.</translation>
    </message>
    <message>
        <source>units %1 above %2 · %3</source>
        <translation>Einheiten %1 über %2 · %3</translation>
    </message>
</context>
<context>
    <name>gatescope::PhaseCard</name>
    <message>
        <source>Phase by phase</source>
        <translation>Phase für Phase</translation>
    </message>
    <message>
        <source>Next phase</source>
        <translation>Nächste Phase</translation>
    </message>
    <message>
        <source>Does the next part of this batch: forward, loss, backward, clip, update (P). Space runs on.</source>
        <translation>Führt den nächsten Teil dieses Batches aus: vorwärts, Verlust, rückwärts, begrenzen, ändern (P). Die Leertaste läuft weiter.</translation>
    </message>
</context>
<context>
    <name>gatescope::PhaseView</name>
    <message>
        <source>What this phase computes.</source>
        <translation>Was diese Phase berechnet.</translation>
    </message>
    <message>
        <source>θ: all weights. η: the learning rate. ε: a small number against division by zero.</source>
        <translation>θ: alle Gewichte. η: die Lernrate. ε: eine kleine Zahl gegen die Division durch null.</translation>
    </message>
    <message>
        <source>m̂: the running mean of the gradient. v̂: that of its square. Both are corrected for having started at 0.</source>
        <translation>m̂: das laufende Mittel des Gradienten. v̂: das seines Quadrats. Beide sind dafür korrigiert, dass sie bei 0 begannen.</translation>
    </message>
    <message>
        <source>m: the gradient, with what momentum keeps of the last step.</source>
        <translation>m: der Gradient, mit dem, was das Momentum vom letzten Schritt behält.</translation>
    </message>
    <message>
        <source>g: the gradient. v: the running mean of its square.</source>
        <translation>g: der Gradient. v: das laufende Mittel seines Quadrats.</translation>
    </message>
    <message>
        <source>δ: the gradient ∂loss/∂h at a state; the four paths are those through this cell.</source>
        <translation>δ: der Gradient ∂Verlust/∂h an einem Zustand; die vier Pfade sind die durch diese Zelle.</translation>
    </message>
    <message>
        <source>Phase by phase</source>
        <translation>Phase für Phase</translation>
    </message>
    <message>
        <source>The parts of the network that are at work in this phase, with the batch&apos;s numbers.</source>
        <translation>Die Teile des Netzes, die in dieser Phase arbeiten, mit den Zahlen des Batches.</translation>
    </message>
    <message>
        <source>batch %1 · sequences: %2 · steps: %3</source>
        <translation>Batch %1 · Sequenzen: %2 · Schritte: %3</translation>
    </message>
    <message>
        <source>Phase %1 of 5: %2</source>
        <translation>Phase %1 von 5: %2</translation>
    </message>
    <message>
        <source>batch x</source>
        <translation>Batch x</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 Merkmale</translation>
    </message>
    <message>
        <source>The input of every sequence of the batch, step by step.</source>
        <translation>Die Eingabe jeder Sequenz des Batches, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 Schichten</translation>
    </message>
    <message>
        <source>t %1 → 0</source>
        <translation>t %1 → 0</translation>
    </message>
    <message>
        <source>t 0 → %1</source>
        <translation>t 0 → %1</translation>
    </message>
    <message>
        <source>Cells that read the steps in order, and give the gradient back from the last step.</source>
        <translation>Zellen, die die Schritte der Reihe nach lesen und den Gradienten vom letzten Schritt her zurückgeben.</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Ausgabeschicht</translation>
    </message>
    <message>
        <source>Reads the last state of the top layer.</source>
        <translation>Liest den letzten Zustand der obersten Schicht.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>How far the outputs are from the targets, over the batch.</source>
        <translation>Wie weit die Ausgaben von den Zielen entfernt sind, über den Batch.</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>∂loss/∂ every weight of this part.</source>
        <translation>∂Verlust/∂ jedes Gewichts dieses Teils.</translation>
    </message>
    <message>
        <source>moved %1</source>
        <translation>bewegt um %1</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What is learnt; only an update changes it.</source>
        <translation>Was gelernt wird; nur ein Änderungsschritt ändert es.</translation>
    </message>
    <message>
        <source>phase %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>%1: the phase just done.</source>
        <translation>%1: die eben ausgeführte Phase.</translation>
    </message>
    <message>
        <source>%1: done for this batch.</source>
        <translation>%1: für diesen Batch erledigt.</translation>
    </message>
    <message>
        <source>%1: still to come for this batch.</source>
        <translation>%1: für diesen Batch noch offen.</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>in Worten</translation>
    </message>
    <message>
        <source>equation</source>
        <translation>Gleichung</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>‖g‖ %1, clipped %2</source>
        <translation>‖g‖ %1, begrenzt %2</translation>
    </message>
    <message>
        <source>‖g‖ %1</source>
        <translation>‖g‖ %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>moved by %1 of their size</source>
        <translation>bewegt um %1 der eigenen Größe</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 Merkmal</translation>
    </message>
    <message>
        <source>, turned by %1°</source>
        <translation>, um %1° gedreht</translation>
    </message>
</context>
<context>
    <name>gatescope::PinBar</name>
    <message>
        <source>Pinned numbers</source>
        <translation>Angeheftete Zahlen</translation>
    </message>
    <message>
        <source>layer %1 · unit %2 · %3</source>
        <translation>Schicht %1 · Einheit %2 · %3</translation>
    </message>
    <message>
        <source>%1: not in this network</source>
        <translation>%1: nicht in diesem Netz</translation>
    </message>
    <message>
        <source>%1: not in this formulation</source>
        <translation>%1: nicht in dieser Schreibweise</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>A pinned number: it follows the step, and stays with its layer and unit. Press to let it go; Shift+K lets all go.</source>
        <translation>Eine angeheftete Zahl: Sie folgt dem Schritt und bleibt bei Schicht und Einheit. Drücken löst sie; Umschalt+K löst alle.</translation>
    </message>
</context>
<context>
    <name>gatescope::Plot</name>
    <message>
        <source>%1: last %2, lowest %3, highest %4.</source>
        <translation>%1: zuletzt %2, kleinster Wert %3, größter %4.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Nothing to draw yet: open data in Data.</source>
        <translation>Noch nichts zu zeichnen: Öffnen Sie Daten unter „Daten“.</translation>
    </message>
</context>
<context>
    <name>gatescope::PointsHistory</name>
    <message>
        <source>Stable points over the training</source>
        <translation>Stabile Punkte über das Training</translation>
    </message>
    <message>
        <source>How many stable points there were at each kept moment of the training.</source>
        <translation>Wie viele stabile Punkte es zu jedem aufbewahrten Zeitpunkt des Trainings gab.</translation>
    </message>
    <message>
        <source>stable points at each kept moment</source>
        <translation>stabile Punkte zu jedem aufbewahrten Zeitpunkt</translation>
    </message>
    <message>
        <source>stable points: %1 of %2 moments</source>
        <translation>stabile Punkte: %1 von %2 Zeitpunkten</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
    <message>
        <source>stable points</source>
        <translation>stabile Punkte</translation>
    </message>
    <message>
        <source>How many stable points there were, from the first kept moment to the last; a click shows that moment everywhere.</source>
        <translation>Wie viele stabile Punkte es gab, vom ersten aufbewahrten Zeitpunkt bis zum letzten; ein Klick zeigt diesen Zeitpunkt überall.</translation>
    </message>
    <message>
        <source>
stable points: %1, saddles: %2</source>
        <translation>
stabile Punkte: %1, Sattelpunkte: %2</translation>
    </message>
    <message>
        <source>
not looked for yet</source>
        <translation>
noch nicht gesucht</translation>
    </message>
    <message>
        <source>epoch %1 · batch %2 overall</source>
        <translation>Epoche %1 · Batch %2 insgesamt</translation>
    </message>
</context>
<context>
    <name>gatescope::PointsList</name>
    <message>
        <source>Fixed points found</source>
        <translation>Gefundene Fixpunkte</translation>
    </message>
    <message>
        <source>Choose a point to see it marked in the portrait.</source>
        <translation>Wählen Sie einen Punkt, um ihn im Porträt markiert zu sehen.</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>|λ|</source>
        <translation>|λ|</translation>
    </message>
    <message>
        <source>‖F(h) − h‖</source>
        <translation>‖F(h) − h‖</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>Startpunkte</translation>
    </message>
    <message>
        <source>What the network&apos;s head says at this state.</source>
        <translation>Was die Ausgabeschicht des Netzes bei diesem Zustand sagt.</translation>
    </message>
    <message>
        <source>−1 / ln|λ| of the largest eigenvalue: steps after which a small push has faded to 37 %, or where it grows, has grown to 2.7 times.</source>
        <translation>−1 / ln|λ| des größten Eigenwerts: Schritte, nach denen ein kleiner Stoß auf 37 % abgeklungen ist, oder, wo er wächst, auf das 2.7-Fache gewachsen.</translation>
    </message>
    <message>
        <source>The largest eigenvalue&apos;s size: below 1 a small push fades.</source>
        <translation>Der Betrag des größten Eigenwerts: Unter 1 klingt ein kleiner Stoß ab.</translation>
    </message>
    <message>
        <source>How far one step moves the state: 0 but for rounding at a fixed point.</source>
        <translation>Wie weit ein Schritt den Zustand bewegt: bei einem Fixpunkt 0, bis auf Rundung.</translation>
    </message>
    <message>
        <source>How many of the starts end here when the network runs on.</source>
        <translation>Wie viele der Startpunkte hier enden, wenn das Netz weiterläuft.</translation>
    </message>
    <message>
        <source>, turning</source>
        <translation>, drehend</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>No fixed point, but a state that is left only little by little: q = ½‖F(h) − h‖² = %1.</source>
        <translation>Kein Fixpunkt, sondern ein Zustand, der nur nach und nach verlassen wird: q = ½‖F(h) − h‖² = %1.</translation>
    </message>
</context>
<context>
    <name>gatescope::PortraitView</name>
    <message>
        <source>Phase portrait</source>
        <translation>Phasenporträt</translation>
    </message>
    <message>
        <source>The layer&apos;s hidden states over the sequence, seen along the two directions in which they vary most.</source>
        <translation>Die verdeckten Zustände der Schicht über die Sequenz, in den zwei Richtungen gesehen, in denen sie sich am meisten ändern.</translation>
    </message>
    <message>
        <source>component %1 (%2 of the variance)</source>
        <translation>Komponente %1 (%2 der Varianz)</translation>
    </message>
    <message>
        <source>The direction in which the states vary %1: a weighted sum of all units.</source>
        <translation>Die Richtung, in der sich die Zustände %1 ändern: eine gewichtete Summe aller Einheiten.</translation>
    </message>
    <message>
        <source>most</source>
        <translation>am meisten</translation>
    </message>
    <message>
        <source>most after the first</source>
        <translation>nach der ersten am meisten</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>stable point %1</source>
        <translation>stabiler Punkt %1</translation>
    </message>
    <message>
        <source>saddle %1</source>
        <translation>Sattelpunkt %1</translation>
    </message>
    <message>
        <source>repeller %1</source>
        <translation>Repeller %1</translation>
    </message>
    <message>
        <source>largest eigenvalue: %1</source>
        <translation>größter Eigenwert: %1</translation>
    </message>
    <message>
        <source>, turning</source>
        <translation>, drehend</translation>
    </message>
    <message>
        <source>a small push fades to 37 % in %1 steps</source>
        <translation>ein kleiner Stoß klingt in %1 Schritten auf 37 % ab</translation>
    </message>
    <message>
        <source>a small distance grows to 2.7 times in %1 steps</source>
        <translation>ein kleiner Abstand wächst in %1 Schritten auf das 2.7-Fache</translation>
    </message>
    <message>
        <source>%1 of %2 starts end here</source>
        <translation>%1 von %2 Startpunkten enden hier</translation>
    </message>
    <message>
        <source>step %1: (%2, %3)</source>
        <translation>Schritt %1: (%2, %3)</translation>
    </message>
    <message>
        <source>answer there: %1</source>
        <translation>Antwort dort: %1</translation>
    </message>
    <message>
        <source>component %1, held</source>
        <translation>Komponente %1, festgehalten</translation>
    </message>
</context>
<context>
    <name>gatescope::PredictControls</name>
    <message>
        <source>From a start on, each forecast becomes the input of the next: errors add up as they would in the unknown.</source>
        <translation>Von einem Start an wird jede Vorhersage zur Eingabe der nächsten: Die Fehler summieren sich wie im Unbekannten.</translation>
    </message>
    <message>
        <source>Free run</source>
        <translation>Freilauf</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>Zukunft</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Which weights predict: those of this moment, or those of the epoch with the lowest validation loss.</source>
        <translation>Welche Gewichte vorhersagen: die von jetzt oder die der Epoche mit dem kleinsten Validierungsverlust.</translation>
    </message>
    <message>
        <source>current weights</source>
        <translation>aktuelle Gewichte</translation>
    </message>
    <message>
        <source>best weights</source>
        <translation>beste Gewichte</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Which of the network&apos;s outputs is shown.</source>
        <translation>Welche Ausgabe des Netzes gezeigt wird.</translation>
    </message>
    <message>
        <source>from row </source>
        <translation>ab Zeile </translation>
    </message>
    <message>
        <source>First row of the free run</source>
        <translation>Erste Zeile des Freilaufs</translation>
    </message>
    <message>
        <source>The row whose value is predicted first; dragging in the picture moves it.</source>
        <translation>Die Zeile, deren Wert zuerst vorhergesagt wird; Ziehen im Bild verschiebt sie.</translation>
    </message>
    <message>
        <source> rows</source>
        <translation> Zeilen</translation>
    </message>
    <message>
        <source>Length of the free run</source>
        <translation>Länge des Freilaufs</translation>
    </message>
    <message>
        <source>How many rows are predicted one after the other.</source>
        <translation>Wie viele Zeilen nacheinander vorhergesagt werden.</translation>
    </message>
    <message>
        <source>What comes after the last row that is known: the newest window&apos;s outputs, and the free run beyond them where it can go on.</source>
        <translation>Was nach der letzten bekannten Zeile kommt: die Ausgaben für das neueste Fenster, und darüber hinaus der Freilauf, wo er weitergehen kann.</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Draws the range that holds this share of the targets, if the errors stay what they were on the validation part (split conformal prediction).</source>
        <translation>Zeichnet den Bereich, der diesen Anteil der Ziele enthält, wenn die Fehler bleiben, wie sie im Validierungsteil waren (Split-Conformal-Vorhersage).</translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>kein Intervall</translation>
    </message>
    <message>
        <source>%1 % interval</source>
        <translation>%1-%-Intervall</translation>
    </message>
    <message>
        <source>Back to the open data</source>
        <translation>Zurück zu den geöffneten Daten</translation>
    </message>
    <message>
        <source>Shows the forecasts for the open data again.</source>
        <translation>Zeigt wieder die Vorhersagen für die geöffneten Daten.</translation>
    </message>
    <message>
        <source>Another CSV…</source>
        <translation>Andere CSV…</translation>
    </message>
    <message>
        <source>Applies the network to another file with the same columns; the scaling stays that of the training.</source>
        <translation>Wendet das Netz auf eine andere Datei mit denselben Spalten an; die Skalierung bleibt die des Trainings.</translation>
    </message>
    <message>
        <source>Save predictions…</source>
        <translation>Vorhersagen speichern…</translation>
    </message>
    <message>
        <source>Writes every window&apos;s prediction, and the future, to a CSV, its rows counted from 0.</source>
        <translation>Schreibt die Vorhersage jedes Fensters und die Zukunft in eine CSV, deren Zeilen von 0 an zählen.</translation>
    </message>
    <message>
        <source>now: epoch %1</source>
        <translation>jetzt: Epoche %1</translation>
    </message>
    <message>
        <source>current weights (epoch %1)</source>
        <translation>aktuelle Gewichte (Epoche %1)</translation>
    </message>
    <message>
        <source>best: none yet</source>
        <translation>beste: noch keine</translation>
    </message>
    <message>
        <source>best: epoch %1</source>
        <translation>beste: Epoche %1</translation>
    </message>
    <message>
        <source>best weights (epoch %1)</source>
        <translation>beste Gewichte (Epoche %1)</translation>
    </message>
    <message>
        <source>computing …</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>row </source>
        <translation>Zeile </translation>
    </message>
    <message>
        <source>A forecast needs data: open some.</source>
        <translation>Eine Vorhersage braucht Daten: Öffnen Sie welche.</translation>
    </message>
</context>
<context>
    <name>gatescope::PredictWorkspace</name>
    <message>
        <source>Predict the rows of another file</source>
        <translation>Die Zeilen einer anderen Datei vorhersagen</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Daten (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The forecasts shown are still those of the open data.</source>
        <translation>Gezeigt werden noch die Vorhersagen der geöffneten Daten.</translation>
    </message>
    <message>
        <source>Save the predictions</source>
        <translation>Die Vorhersagen speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>There are no predictions to save yet.</source>
        <translation>Es gibt noch keine Vorhersagen zu speichern.</translation>
    </message>
    <message>
        <source>Open data first.</source>
        <translation>Öffnen Sie zuerst Daten.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>The predictions are saved in %1: %2.</source>
        <translation>Die Vorhersagen sind gespeichert in %1: %2.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>See what the network predicts, and how well.</source>
        <translation>Sehen, was das Netz vorhersagt und wie gut.</translation>
    </message>
    <message>
        <source>Views of Predict</source>
        <translation>Ansichten von Vorhersagen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What the scores are worth, in words.</source>
        <translation>Was die Ergebnisse wert sind, in Worten.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>The scores of each part, beside those of the naive forecasts.</source>
        <translation>Die Ergebnisse jedes Teils, neben denen der naiven Vorhersagen.</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>Forecast minus target over the rows.</source>
        <translation>Vorhersage minus Ziel über die Zeilen.</translation>
    </message>
    <message>
        <source>By lag</source>
        <translation>Nach Vorlauf</translation>
    </message>
    <message>
        <source>How the error grows with the rows ahead.</source>
        <translation>Wie der Fehler mit den Zeilen voraus wächst.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Which classes the network takes for which.</source>
        <translation>Welche Klassen das Netz wofür hält.</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Rückschau-Test</translation>
    </message>
    <message>
        <source>Trains up to several origins, and forecasts what comes after each.</source>
        <translation>Trainiert bis zu mehreren Startpunkten und sagt vorher, was nach jedem kommt.</translation>
    </message>
    <message>
        <source>Classes have no interval.</source>
        <translation>Klassen haben kein Intervall.</translation>
    </message>
    <message>
        <source>A backtest needs data: open some.</source>
        <translation>Ein Rückschau-Test braucht Daten: Öffnen Sie welche.</translation>
    </message>
    <message>
        <source>A backtest needs rows: the sequences of a tensor file have no order in time.</source>
        <translation>Ein Rückschau-Test braucht Zeilen: Die Sequenzen einer Tensordatei haben keine zeitliche Ordnung.</translation>
    </message>
    <message>
        <source>A backtest needs a test part: make room for it in Data › Windows.</source>
        <translation>Ein Rückschau-Test braucht einen Testteil: Schaffen Sie ihm Platz unter Daten › Fenster.</translation>
    </message>
    <message>
        <source>Free running needs data: open some.</source>
        <translation>Der Freilauf braucht Daten: Öffnen Sie welche.</translation>
    </message>
    <message>
        <source>Free running needs a forecast: classes cannot be the next input.</source>
        <translation>Der Freilauf braucht eine Wertvorhersage: Klassen können nicht die nächste Eingabe sein.</translation>
    </message>
    <message>
        <source>Free running needs rows: the sequences of a tensor file have no next one.</source>
        <translation>Der Freilauf braucht Zeilen: Auf die Sequenzen einer Tensordatei folgt keine nächste.</translation>
    </message>
    <message>
        <source>Free running needs a horizon of 1: choose it in Data › Windows.</source>
        <translation>Der Freilauf braucht den Horizont 1: Wählen Sie ihn unter Daten › Fenster.</translation>
    </message>
</context>
<context>
    <name>gatescope::Presenting</name>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Vorführen</translation>
    </message>
    <message>
        <source>Sp&amp;otlight</source>
        <translation>Schein&amp;werfer</translation>
    </message>
    <message>
        <source>Shows everything larger, with menus and forms folded away; F5 or Esc ends it.</source>
        <translation>Zeigt alles größer, Menüs und Formulare eingeklappt; F5 oder Esc beendet es.</translation>
    </message>
    <message>
        <source>While presenting: dims everything but what lies around the pointer.</source>
        <translation>Beim Vorführen: dunkelt alles ab außer der Umgebung des Zeigers.</translation>
    </message>
</context>
<context>
    <name>gatescope::ProductGrain</name>
    <message>
        <source>Inside the cell: single products</source>
        <translation>In der Zelle: einzelne Produkte</translation>
    </message>
    <message>
        <source>The products of weight and value inside each sum of one unit, the largest first.</source>
        <translation>Die Produkte aus Gewicht und Wert in jeder Summe einer Einheit, das größte zuerst.</translation>
    </message>
    <message>
        <source>sum of %1</source>
        <translation>Summe von %1</translation>
    </message>
    <message>
        <source>sum %1, %2 = %3(sum) = %4</source>
        <translation>Summe %1, %2 = %3(Summe) = %4</translation>
    </message>
    <message>
        <source>All products added up, and what the function makes of the sum.</source>
        <translation>Alle Produkte addiert, und was die Funktion aus der Summe macht.</translation>
    </message>
    <message>
        <source>residual of %1</source>
        <translation>Residuum von %1</translation>
    </message>
    <message>
        <source>recomputed − stored = %1</source>
        <translation>nachgerechnet − gespeichert = %1</translation>
    </message>
    <message>
        <source>This unit&apos;s sum computed again in double precision, minus what the network stored.</source>
        <translation>Die Summe dieser Einheit noch einmal in doppelter Genauigkeit gerechnet, minus dem, was das Netz gespeichert hat.</translation>
    </message>
</context>
<context>
    <name>gatescope::ProductView</name>
    <message>
        <source>untouched %1</source>
        <translation>unberührt %1</translation>
    </message>
    <message>
        <source>untouched %1 = %2</source>
        <translation>unberührt %1 = %2</translation>
    </message>
    <message>
        <source>The same without what is held or set in What if.</source>
        <translation>Dasselbe ohne das, was unter „Was wäre, wenn“ festgehalten oder gesetzt ist.</translation>
    </message>
    <message>
        <source>nothing comes here</source>
        <translation>hierher kommt nichts</translation>
    </message>
    <message>
        <source>%1 more: %2 together</source>
        <translation>%1 weitere: zusammen %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1, part of %2: weight %3 × value %4 = %5</source>
        <translation>%1, Teil von %2: Gewicht %3 × Wert %4 = %5</translation>
    </message>
</context>
<context>
    <name>gatescope::QuestionBar</name>
    <message>
        <source>Leaves the question for later.</source>
        <translation>Lässt die Frage für später.</translation>
    </message>
    <message>
        <source>Close question</source>
        <translation>Frage schließen</translation>
    </message>
</context>
<context>
    <name>gatescope::Rail</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
</context>
<context>
    <name>gatescope::RailButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>gatescope::RangeChoice</name>
    <message>
        <source>Fixed range</source>
        <translation>Fester Bereich</translation>
    </message>
    <message>
        <source>The colours span what the quantity can be, so that pictures compare.</source>
        <translation>Die Farben umspannen, was die Größe annehmen kann, damit Bilder vergleichbar sind.</translation>
    </message>
    <message>
        <source>Range of all layers</source>
        <translation>Bereich aller Schichten</translation>
    </message>
    <message>
        <source>The colours span the extremes found in all layers.</source>
        <translation>Die Farben umspannen die Extreme aller Schichten.</translation>
    </message>
    <message>
        <source>Range of each layer</source>
        <translation>Bereich jeder Schicht</translation>
    </message>
    <message>
        <source>The colours of each layer span its own extremes.</source>
        <translation>Die Farben jeder Schicht umspannen deren eigene Extreme.</translation>
    </message>
    <message>
        <source>Range of each unit</source>
        <translation>Bereich jeder Einheit</translation>
    </message>
    <message>
        <source>The colours of each unit span its own extremes.</source>
        <translation>Die Farben jeder Einheit umspannen deren eigene Extreme.</translation>
    </message>
</context>
<context>
    <name>gatescope::ReadingForm</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>point  .</source>
        <translation>Punkt  .</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>pipe  |</source>
        <translation>senkrechter Strich  |</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>runs of blanks</source>
        <translation>Folgen von Leerzeichen</translation>
    </message>
    <message>
        <source>apostrophe  &apos;</source>
        <translation>Apostroph  &apos;</translation>
    </message>
    <message>
        <source>double quote  &quot;</source>
        <translation>doppelt  &quot;</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>UTF-16, little-endian</source>
        <translation>UTF-16, Little-Endian</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, Big-Endian</translation>
    </message>
    <message>
        <source>%1 (auto)</source>
        <translation>%1 (auto)</translation>
    </message>
    <message>
        <source>How the file was read</source>
        <translation>Wie die Datei gelesen wurde</translation>
    </message>
    <message>
        <source>All automatic again</source>
        <translation>Alles wieder automatisch</translation>
    </message>
    <message>
        <source>Forgets every choice made here and reads the file as it was recognised.</source>
        <translation>Vergisst jede Wahl, die hier getroffen wurde, und liest die Datei, wie sie erkannt wurde.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>The character between two cells of a row.</source>
        <translation>Das Zeichen zwischen zwei Zellen einer Zeile.</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>The sign before the fraction of a number: 1.5 or 1,5.</source>
        <translation>Das Zeichen vor den Nachkommastellen: 1.5 oder 1,5.</translation>
    </message>
    <message>
        <source>Thousands sign</source>
        <translation>Tausenderzeichen</translation>
    </message>
    <message>
        <source>The sign between groups of three digits: 1,000 or 1.000.</source>
        <translation>Das Zeichen zwischen Dreiergruppen: 1,000 oder 1.000.</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>The character around cells that hold a delimiter or a line end.</source>
        <translation>Das Zeichen um Zellen, die ein Trennzeichen oder ein Zeilenende enthalten.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>How the file&apos;s bytes become letters.</source>
        <translation>Wie aus den Bytes der Datei Buchstaben werden.</translation>
    </message>
    <message>
        <source>the usual words only</source>
        <translation>nur die üblichen Wörter</translation>
    </message>
    <message>
        <source>Missing marks</source>
        <translation>Fehlzeichen</translation>
    </message>
    <message>
        <source>%1 Several are set apart by commas: -9999, n/a.</source>
        <translation>%1 Mehrere werden durch Kommas getrennt: -9999, n/a.</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Whether the first row holds the columns&apos; names.</source>
        <translation>Ob die erste Zeile die Namen der Spalten enthält.</translation>
    </message>
    <message>
        <source>Units row</source>
        <translation>Einheitenzeile</translation>
    </message>
    <message>
        <source>Whether the row under the names holds units.</source>
        <translation>Ob die Zeile unter den Namen Einheiten enthält.</translation>
    </message>
    <message>
        <source>Skipped lines</source>
        <translation>Übersprungene Zeilen</translation>
    </message>
    <message>
        <source>Lines to leave out at the start of the file.</source>
        <translation>Zeilen, die am Anfang der Datei wegbleiben.</translation>
    </message>
    <message>
        <source>Comment lines</source>
        <translation>Kommentarzeilen</translation>
    </message>
    <message>
        <source>Lines that begin with this are left out.</source>
        <translation>Zeilen, die hiermit beginnen, bleiben weg.</translation>
    </message>
    <message>
        <source>begin with %1</source>
        <translation>beginnen mit %1</translation>
    </message>
    <message>
        <source>Read as time</source>
        <translation>Als Zeit gelesen</translation>
    </message>
    <message>
        <source>The column whose cells are dates and times, or several that make one time.</source>
        <translation>Die Spalte, deren Zellen Datums- und Zeitangaben sind, oder mehrere, die eine Zeit ergeben.</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>Zeitformat</translation>
    </message>
    <message>
        <source>How dates are written in that column: one of the list, or a pattern such as %d.%m.%y %H:%M, whose letters are strptime&apos;s.</source>
        <translation>Wie Zeiten in dieser Spalte geschrieben sind: eines der Liste, oder ein Muster wie %d.%m.%y %H:%M, mit den Buchstaben von strptime.</translation>
    </message>
</context>
<context>
    <name>gatescope::ReadingOffersView</name>
    <message>
        <source>Other ways to read the file</source>
        <translation>Andere Lesarten der Datei</translation>
    </message>
    <message>
        <source>%1. The file is read again; undo takes it back.</source>
        <translation>%1. Die Datei wird neu gelesen; Rückgängig nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>gatescope::RecordPanel</name>
    <message>
        <source>Recording a lesson</source>
        <translation>Eine Lektion wird aufgezeichnet</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>Neue Seite</translation>
    </message>
    <message>
        <source>Leave out the last</source>
        <translation>Letztes weglassen</translation>
    </message>
    <message>
        <source>Write the lesson</source>
        <translation>Lektion schreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>title of the lesson</source>
        <translation>Titel der Lektion</translation>
    </message>
    <message>
        <source>Title of the lesson</source>
        <translation>Titel der Lektion</translation>
    </message>
    <message>
        <source>title of the next page</source>
        <translation>Titel der nächsten Seite</translation>
    </message>
    <message>
        <source>Title of the next page</source>
        <translation>Titel der nächsten Seite</translation>
    </message>
    <message>
        <source>What was taken down</source>
        <translation>Was festgehalten wurde</translation>
    </message>
    <message>
        <source>What the lesson is called; its folder is named after it.</source>
        <translation>Wie die Lektion heißt; ihr Ordner wird danach benannt.</translation>
    </message>
    <message>
        <source>What the next page is called.</source>
        <translation>Wie die nächste Seite heißt.</translation>
    </message>
    <message>
        <source>What you do next stands on a page of its own.</source>
        <translation>Was Sie als Nächstes tun, steht auf einer eigenen Seite.</translation>
    </message>
    <message>
        <source>Leaves out of the lesson what was taken down last; the program stays as it is.</source>
        <translation>Lässt aus der Lektion weg, was zuletzt festgehalten wurde; das Programm bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Writes the lesson, with a question, a task and a promised number, and checks it.</source>
        <translation>Schreibt die Lektion mit einer Frage, einer Aufgabe und einer versprochenen Zahl und prüft sie.</translation>
    </message>
    <message>
        <source>Ends the recording; nothing is written.</source>
        <translation>Beendet die Aufzeichnung; nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>The lesson is in %1.</source>
        <translation>Die Lektion liegt in %1.</translation>
    </message>
    <message>
        <source>Write its text in any text editor, where it says &quot;To fill in&quot;.</source>
        <translation>Schreiben Sie ihren Text in einem Texteditor, wo „To fill in“ steht.</translation>
    </message>
    <message>
        <source>The lesson is in %1, but not all in it holds: %2</source>
        <translation>Die Lektion liegt in %1, aber nicht alles darin stimmt: %2</translation>
    </message>
    <message>
        <source>Writing the lesson, and checking every number of it …</source>
        <translation>Die Lektion wird geschrieben und jede Zahl darin geprüft …</translation>
    </message>
    <message>
        <source>Nothing was taken down yet.</source>
        <translation>Noch nichts festgehalten.</translation>
    </message>
    <message>
        <source>The lesson needs a title.</source>
        <translation>Die Lektion braucht einen Titel.</translation>
    </message>
    <message>
        <source>›  %1</source>
        <translation>›  %1</translation>
    </message>
    <message>
        <source>Each thing you do becomes a link of the lesson. Give the lesson a title to write it.</source>
        <translation>Alles, was Sie tun, wird ein Verweis der Lektion. Geben Sie der Lektion einen Titel, um sie zu schreiben.</translation>
    </message>
    <message>
        <source>Each thing you do becomes a link of the lesson.</source>
        <translation>Alles, was Sie tun, wird ein Verweis der Lektion.</translation>
    </message>
    <message>
        <source>Train, go to a step, hold a gate everywhere: it is taken down here.</source>
        <translation>Trainieren Sie, gehen Sie zu einem Schritt, halten Sie ein Tor überall fest: Es wird hier mitgeschrieben.</translation>
    </message>
</context>
<context>
    <name>gatescope::Recovery</name>
    <message>
        <source>An autosave could not be recovered in %1 tries and was set aside.</source>
        <translation>Ein automatisch gespeichertes Training ließ sich in %1 Versuchen nicht wiederherstellen und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>It is kept as %1.</source>
        <translation>Es liegt als %1.</translation>
    </message>
    <message>
        <source>GateScope ended unexpectedly on %1 at %2, with a training that was not saved.</source>
        <translation>GateScope endete unerwartet am %1 um %2, mit einem Training, das nicht gespeichert war.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Opens the training as it was kept then; undo brings back what is open now.</source>
        <translation>Öffnet das Training, wie es damals aufbewahrt wurde; Rückgängig holt zurück, was jetzt geöffnet ist.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Does not open it; it goes to the shelf of runs in Compare.</source>
        <translation>Öffnet es nicht; es kommt auf die Ablage der Läufe unter Vergleichen.</translation>
    </message>
    <message>
        <source>The training could not be put on the shelf of runs.</source>
        <translation>Das Training konnte nicht auf die Ablage der Läufe gelegt werden.</translation>
    </message>
</context>
<context>
    <name>gatescope::ResidualCard</name>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>forecast − target</source>
        <translation>Vorhersage − Ziel</translation>
    </message>
    <message>
        <source>Residuals over the rows</source>
        <translation>Residuen über die Zeilen</translation>
    </message>
    <message>
        <source>forecast − target, one step</source>
        <translation>Vorhersage − Ziel, ein Schritt</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>residual (%1)</source>
        <translation>Residuum (%1)</translation>
    </message>
    <message>
        <source>Above 0 the forecast is too high.</source>
        <translation>Über 0 ist die Vorhersage zu hoch.</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>row that is predicted</source>
        <translation>vorhergesagte Zeile</translation>
    </message>
    <message>
        <source>time of the row that is predicted</source>
        <translation>Zeit der vorhergesagten Zeile</translation>
    </message>
    <message>
        <source>Where the residual lies in the series.</source>
        <translation>Wo das Residuum in der Reihe liegt.</translation>
    </message>
    <message>
        <source>Residuals: %1</source>
        <translation>Residuen: %1</translation>
    </message>
    <message>
        <source>No residuals yet: open data in Data.</source>
        <translation>Noch keine Residuen: Öffnen Sie Daten unter „Daten“.</translation>
    </message>
    <message>
        <source>There is nothing to compare with: these data hold no target.</source>
        <translation>Es gibt nichts zu vergleichen: Diese Daten enthalten kein Ziel.</translation>
    </message>
</context>
<context>
    <name>gatescope::RowsModel</name>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>Row %1, line %2 of the file</source>
        <translation>Zeile %1, Zeile %2 der Datei</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1: this cell is empty.</source>
        <translation>%1: Diese Zelle ist leer.</translation>
    </message>
    <message>
        <source>%1: “%2” is no %3.</source>
        <translation>%1: „%2“ ist nicht lesbar als %3.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>finite number</source>
        <translation>endliche Zahl</translation>
    </message>
    <message>
        <source>%1%2: %3. Right-click or press the menu key to choose its role.</source>
        <translation>%1%2: %3. Rechtsklick oder Menütaste: ihre Rolle wählen.</translation>
    </message>
</context>
<context>
    <name>gatescope::RunActions</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Starts the training, and pauses it after the batch under way.</source>
        <translation>Startet das Training, und hält es nach dem laufenden Batch an.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Trains on one batch: one update of the weights.</source>
        <translation>Trainiert auf einem Batch: eine Änderung der Gewichte.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Trains to the end of the epoch: once through all training sequences.</source>
        <translation>Trainiert bis zum Ende der Epoche: einmal durch alle Trainingssequenzen.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Does one part of a batch: forward, loss, backward, clip or update.</source>
        <translation>Führt einen Teil eines Batches aus: vorwärts, Verlust, rückwärts, begrenzen oder ändern.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stops after the batch under way and says where it stands.</source>
        <translation>Hält nach dem laufenden Batch an und sagt, wo es steht.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Starts again from the same initial weights; settings that were waiting take effect.</source>
        <translation>Beginnt neu von denselben Anfangsgewichten; wartende Einstellungen treten in Kraft.</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>Neue Gewichte</translation>
    </message>
    <message>
        <source>Starts again from other initial weights, drawn with the next seed.</source>
        <translation>Beginnt neu von anderen Anfangsgewichten, gezogen mit dem nächsten Startwert.</translation>
    </message>
    <message>
        <source>Use the best weights</source>
        <translation>Beste Gewichte einsetzen</translation>
    </message>
    <message>
        <source>Puts the weights of the best epoch in place of the present ones.</source>
        <translation>Setzt die Gewichte der besten Epoche an die Stelle der jetzigen.</translation>
    </message>
    <message>
        <source>There is no data to train on: open a file, or choose columns in Data.</source>
        <translation>Es gibt keine Daten zum Trainieren: Öffnen Sie eine Datei, oder wählen Sie Spalten unter Daten.</translation>
    </message>
    <message>
        <source>Training came to an end it cannot go on from: reset (R).</source>
        <translation>Das Training ist an einem Ende, von dem es nicht weitergeht: Zurücksetzen (R).</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>gatescope::RunShelf</name>
    <message>
        <source>A run could not be kept in a file: %1</source>
        <translation>Ein Lauf konnte nicht in einer Datei aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>It stays until the program ends.</source>
        <translation>Er bleibt bis zum Ende des Programms.</translation>
    </message>
    <message>
        <source>Trained runs cannot be kept in %1.</source>
        <translation>Trainierte Läufe können nicht in %1 aufbewahrt werden.</translation>
    </message>
    <message>
        <source>They live until the program ends; check the folder&apos;s permissions.</source>
        <translation>Sie leben bis zum Ende des Programms; prüfen Sie die Rechte des Ordners.</translation>
    </message>
</context>
<context>
    <name>gatescope::ScoreCard</name>
    <message>
        <source>Scores</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Scores of each part</source>
        <translation>Ergebnisse jedes Teils</translation>
    </message>
    <message>
        <source>each part by itself</source>
        <translation>jeder Teil für sich</translation>
    </message>
    <message>
        <source>%1, each part by itself</source>
        <translation>%1, jeder Teil für sich</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>How many windows the part holds.</source>
        <translation>Wie viele Fenster der Teil enthält.</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error, in the target&apos;s unit: how far off a forecast is on average.</source>
        <translation>Mittlerer absoluter Fehler, in der Einheit des Ziels: wie weit eine Vorhersage im Mittel danebenliegt.</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root mean squared error, in the target&apos;s unit: large misses weigh more.</source>
        <translation>Wurzel aus dem mittleren quadratischen Fehler, in der Einheit des Ziels: Große Fehler wiegen mehr.</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Share of the target&apos;s variance that is explained: 1 is perfect, 0 is as good as the mean.</source>
        <translation>Erklärter Anteil der Varianz des Ziels: 1 ist vollkommen, 0 ist so gut wie das Mittel.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Share of the windows whose class was told right.</source>
        <translation>Anteil der Fenster, deren Klasse richtig genannt wurde.</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>ausgewogen</translation>
    </message>
    <message>
        <source>Balanced accuracy: the mean, over the classes, of the share of each that was told right. Rare classes weigh as much as common ones.</source>
        <translation>Ausgewogene Trefferquote: das Mittel, über die Klassen, des jeweils richtig genannten Anteils. Seltene Klassen wiegen so viel wie häufige.</translation>
    </message>
    <message>
        <source>macro F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>Mean over the classes of F1, which is high only where a class is found and not claimed too often.</source>
        <translation>Mittel über die Klassen von F1, das nur groß ist, wo eine Klasse gefunden und nicht zu oft behauptet wird.</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>Mean of −log of the probability given to the right class: 0 is perfect.</source>
        <translation>Mittel von −log der Wahrscheinlichkeit, die der richtigen Klasse gegeben wurde: 0 ist vollkommen.</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>How many sequences the part&apos;s windows are of.</source>
        <translation>Von wie vielen Sequenzen die Fenster des Teils stammen.</translation>
    </message>
    <message>
        <source>vote: accuracy</source>
        <translation>Abstimmung: Trefferquote</translation>
    </message>
    <message>
        <source>Share of the sequences told right, where all windows of a sequence vote with their chances.</source>
        <translation>Anteil der richtig genannten Sequenzen, wenn alle Fenster einer Sequenz mit ihren Wahrscheinlichkeiten abstimmen.</translation>
    </message>
    <message>
        <source>skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>1 − squared error ÷ that of the best naive forecast; of classes, cross-entropies. Above 0 the network is ahead.</source>
        <translation>1 − quadratischer Fehler ÷ dem der besten naiven Vorhersage; bei Klassen die Kreuzentropien. Über 0 liegt das Netz vorn.</translation>
    </message>
    <message>
        <source>skill, ±</source>
        <translation>Skill, ±</translation>
    </message>
    <message>
        <source>Half of the skill&apos;s 95 % interval: few windows leave it wide (block bootstrap).</source>
        <translation>Die Hälfte des 95-%-Intervalls des Skills: Wenige Fenster lassen es breit (Block-Bootstrap).</translation>
    </message>
    <message>
        <source>in %1 % interval</source>
        <translation>im %1-%-Intervall</translation>
    </message>
    <message>
        <source>Share of the targets inside the interval, whose level is %1 %.</source>
        <translation>Anteil der Ziele innerhalb des Intervalls, dessen Niveau %1 % ist.</translation>
    </message>
    <message>
        <source> Its RMSE; the best of a part (*) is what the skill is against.</source>
        <translation> Ihr RMSE; am besten eines Teils (*) wird der Skill gemessen.</translation>
    </message>
    <message>
        <source> Its cross-entropy.</source>
        <translation> Ihre Kreuzentropie.</translation>
    </message>
    <message>
        <source> Its accuracy.</source>
        <translation> Ihre Trefferquote.</translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <translation>Nicht vorhanden: %1.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>* %1</source>
        <translation>* %1</translation>
    </message>
    <message>
        <source>%1 It is not defined here.</source>
        <translation>%1 Hier ist es nicht definiert.</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 %2, the best: %3</source>
        <translation>%1 %2, der beste Wert: %3</translation>
    </message>
    <message>
        <source>Scores: %1</source>
        <translation>Ergebnisse: %1</translation>
    </message>
    <message>
        <source>No scores yet: open data in Data; a forecast of the network is scored at once.</source>
        <translation>Noch keine Ergebnisse: Öffnen Sie Daten unter „Daten“; eine Vorhersage des Netzes wird sofort bewertet.</translation>
    </message>
</context>
<context>
    <name>gatescope::SegmentBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::SeriesCard</name>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Column shown</source>
        <translation>Gezeigte Spalte</translation>
    </message>
    <message>
        <source>The column that is drawn, in its original unit.</source>
        <translation>Die Spalte, die gezeichnet wird, in ihrer ursprünglichen Einheit.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Nothing is open yet. Choose an example, or open a CSV.</source>
        <translation>Noch nichts geöffnet. Wählen Sie ein Beispiel, oder öffnen Sie eine CSV.</translation>
    </message>
    <message>
        <source>Series with its split and one window</source>
        <translation>Reihe mit ihrer Aufteilung und einem Fenster</translation>
    </message>
    <message>
        <source>The column&apos;s values in their original unit.</source>
        <translation>Die Werte der Spalte in ihrer ursprünglichen Einheit.</translation>
    </message>
    <message>
        <source>time of the row</source>
        <translation>Zeit der Zeile</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>The rows in the order in which they are used.</source>
        <translation>Die Zeilen in der Reihenfolge, in der sie verwendet werden.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>Series: %1</source>
        <translation>Reihe: %1</translation>
    </message>
    <message>
        <source>%1 · %2 rows</source>
        <translation>%1 · %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows · drag a border to move the split · drag elsewhere to move the window</source>
        <translation>%1 Zeilen · eine Grenze ziehen verschiebt die Aufteilung · anderswo ziehen verschiebt das Fenster</translation>
    </message>
</context>
<context>
    <name>gatescope::SeriesPlot</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>gatescope::SettingRow</name>
    <message>
        <source>It takes effect at once, also while training runs.</source>
        <translation>Wirkt sofort, auch während das Training läuft.</translation>
    </message>
    <message>
        <source>It needs new weights: it takes effect at the next reset.</source>
        <translation>Braucht neue Gewichte: wirkt beim nächsten Zurücksetzen.</translation>
    </message>
    <message>
        <source>Waiting for the next reset (R).</source>
        <translation>Wartet auf das nächste Zurücksetzen (R).</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
</context>
<context>
    <name>gatescope::SettingsForm</name>
    <message>
        <source>Number of parameters</source>
        <translation>Zahl der Parameter</translation>
    </message>
    <message>
        <source>Memory that the training takes</source>
        <translation>Speicher, den das Training belegt</translation>
    </message>
    <message>
        <source>Shows all settings, or the few again.</source>
        <translation>Zeigt alle Einstellungen, oder wieder die wenigen.</translation>
    </message>
    <message>
        <source>Reset and apply</source>
        <translation>Zurücksetzen und anwenden</translation>
    </message>
    <message>
        <source>Starts again with these settings; undo brings the present training back (R).</source>
        <translation>Beginnt mit diesen Einstellungen neu; Rückgängig holt das jetzige Training zurück (R).</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Also set. %1</source>
        <translation>Außerdem gesetzt. %1</translation>
    </message>
    <message>
        <source>Needs new weights: %1.</source>
        <translation>Braucht neue Gewichte: %1.</translation>
    </message>
</context>
<context>
    <name>gatescope::ShelfCard</name>
    <message>
        <source>Shelf</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Runs that were trained</source>
        <translation>Trainierte Läufe</translation>
    </message>
    <message>
        <source>Tick a run to compare it. Enter puts it in force, F2 renames it, Delete deletes it.</source>
        <translation>Kreuzen Sie einen Lauf an, um ihn zu vergleichen. Die Eingabetaste setzt ihn in Kraft, F2 benennt ihn um, Entf löscht ihn.</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Train a network: every run is kept here.</source>
        <translation>Trainieren Sie ein Netz: Jeder Lauf wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Up to %1; the oldest that are not pinned go first.</source>
        <translation>Bis zu %1; die ältesten, die nicht angeheftet sind, gehen zuerst.</translation>
    </message>
    <message>
        <source>Put in &amp;force</source>
        <translation>In &amp;Kraft setzen</translation>
    </message>
    <message>
        <source>Opens the run with its data, weights and history; undo goes back.</source>
        <translation>Öffnet den Lauf mit Daten, Gewichten und Verlauf; Rückgängig führt zurück.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>&amp;Pinned</source>
        <translation>&amp;Angeheftet</translation>
    </message>
    <message>
        <source>A pinned run stays when the shelf is full.</source>
        <translation>Ein angehefteter Lauf bleibt, wenn die Ablage voll ist.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Takes the run off the shelf; undo brings it back.</source>
        <translation>Nimmt den Lauf von der Ablage; Rückgängig holt ihn zurück.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What is worth knowing of this run?</source>
        <translation>Was ist über diesen Lauf wissenswert?</translation>
    </message>
</context>
<context>
    <name>gatescope::ShelfModel</name>
    <message>
        <source>best %1</source>
        <translation>beste %1</translation>
    </message>
    <message>
        <source>skill %1</source>
        <translation>Skill %1</translation>
    </message>
    <message>
        <source>no validation loss</source>
        <translation>kein Validierungsverlust</translation>
    </message>
    <message>
        <source>in force · </source>
        <translation>in Kraft · </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>as the one before</source>
        <translation>wie der davor</translation>
    </message>
    <message>
        <source>differs: %1</source>
        <translation>anders: %1</translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>gatescope::ShownMoment</name>
    <message>
        <source>%1 · one weight tried</source>
        <translation>%1 · ein Gewicht probiert</translation>
    </message>
    <message>
        <source>as of batch %1, epoch %2</source>
        <translation>Stand Batch %1, Epoche %2</translation>
    </message>
    <message>
        <source>before training</source>
        <translation>vor dem Training</translation>
    </message>
    <message>
        <source>after epoch %1</source>
        <translation>nach Epoche %1</translation>
    </message>
    <message>
        <source>epoch %1 · batch %2</source>
        <translation>Epoche %1 · Batch %2</translation>
    </message>
    <message>
        <source>one weight tried</source>
        <translation>ein Gewicht probiert</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Batch %1</translation>
    </message>
</context>
<context>
    <name>gatescope::Spotlight</name>
    <message>
        <source>Spotlight at the pointer</source>
        <translation>Scheinwerfer am Zeiger</translation>
    </message>
</context>
<context>
    <name>gatescope::StabilityPlot</name>
    <message>
        <source>e^λ along sequences</source>
        <translation>e^λ entlang von Sequenzen</translation>
    </message>
    <message>
        <source>spectral radius of J</source>
        <translation>Spektralradius von J</translation>
    </message>
    <message>
        <source>Growth of small differences over the training</source>
        <translation>Wachstum kleiner Unterschiede über das Training</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epochs trained.</source>
        <translation>Trainierte Epochen.</translation>
    </message>
    <message>
        <source>factor a step (log)</source>
        <translation>Faktor je Schritt (log)</translation>
    </message>
    <message>
        <source>By what a small difference of the state is multiplied at each step: above 1 it grows, below 1 it is forgotten.</source>
        <translation>Womit ein kleiner Unterschied des Zustands in jedem Schritt multipliziert wird: Über 1 wächst er, unter 1 wird er vergessen.</translation>
    </message>
    <message>
        <source>Nothing to train on yet.
Drop a CSV here, or use File › Open.</source>
        <translation>Noch nichts zu trainieren.
Ziehen Sie eine CSV hierher, oder nutzen Sie Datei › Öffnen.</translation>
    </message>
    <message>
        <source>Measuring whether small differences grow …</source>
        <translation>Es wird gemessen, ob kleine Unterschiede wachsen …</translation>
    </message>
    <message>
        <source>batch %1
largest Lyapunov exponent λ = %2 ± %3 a step
spectral radius of J = %4, at most %5</source>
        <translation>Batch %1
größter Lyapunov-Exponent λ = %2 ± %3 je Schritt
Spektralradius von J = %4, höchstens %5</translation>
    </message>
    <message>
        <source>validation sequences: %1</source>
        <translation>Validierungssequenzen: %1</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 moments measured</source>
        <translation>%1 · %2 von %3 Zeitpunkten gemessen</translation>
    </message>
    <message>
        <source>%1 · every kept moment</source>
        <translation>%1 · jeder aufbewahrte Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>gatescope::StackView</name>
    <message>
        <source>The stack, unrolled</source>
        <translation>Das Netz, entfaltet</translation>
    </message>
    <message>
        <source>Every layer at the steps around the cursor. Left and right move the step, page up and page down the layer, up and down the unit.</source>
        <translation>Jede Schicht in den Schritten um den Cursor. Links und Rechts bewegen den Schritt, Bild auf und Bild ab die Schicht, Auf und Ab die Einheit.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>layer %1 · step %2 · unit %3</source>
        <translation>Schicht %1 · Schritt %2 · Einheit %3</translation>
    </message>
    <message>
        <source>cell of layer %1 at step %2</source>
        <translation>Zelle der Schicht %1 in Schritt %2</translation>
    </message>
    <message>
        <source>initial state</source>
        <translation>Anfangszustand</translation>
    </message>
    <message>
        <source>state passed on</source>
        <translation>weitergegebener Zustand</translation>
    </message>
    <message>
        <source>Before the first step every unit&apos;s state is 0.</source>
        <translation>Vor dem ersten Schritt ist der Zustand jeder Einheit 0.</translation>
    </message>
    <message>
        <source>h, %1 × 1: the states of %1 units go on to the next step.</source>
        <translation>h, %1 × 1: Die Zustände von %1 Einheiten gehen zum nächsten Schritt.</translation>
    </message>
    <message>
        <source>arrow into layer %1</source>
        <translation>Pfeil in Schicht %1</translation>
    </message>
    <message>
        <source>x, %1 × 1: the features of this step.</source>
        <translation>x, %1 × 1: die Merkmale dieses Schritts.</translation>
    </message>
    <message>
        <source>h of layer %1, %2 × 1: what this layer reads.</source>
        <translation>h der Schicht %1, %2 × 1: was diese Schicht liest.</translation>
    </message>
    <message>
        <source>x, t = %1</source>
        <translation>x, t = %1</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>output: the top row, every step</source>
        <translation>output: die oberste Zeile, jeder Schritt</translation>
    </message>
    <message>
        <source>↑ output: layer %1</source>
        <translation>↑ output: Schicht %1</translation>
    </message>
    <message>
        <source>h_n: the last column ↓</source>
        <translation>h_n: die letzte Spalte ↓</translation>
    </message>
    <message>
        <source>h_n: step %1 →</source>
        <translation>h_n: Schritt %1 →</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>output and h_n</source>
        <translation>output und h_n</translation>
    </message>
    <message>
        <source>PyTorch&apos;s output is the top layer&apos;s state at every step; h_n is every layer&apos;s state at the last step. They meet in one cell, and the head reads that: ŷ = V h + c, %1 × %2.</source>
        <translation>PyTorchs output ist der Zustand der obersten Schicht in jedem Schritt; h_n ist der Zustand jeder Schicht im letzten Schritt. Sie treffen sich in einer Zelle, und die liest die Ausgabeschicht: ŷ = V h + c, %1 × %2.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout: while training, each of these states is zeroed with a chance of %1, and what is left is made larger to match. What is shown here is without: nothing is dropped.</source>
        <translation>Dropout: Im Training wird jeder dieser Zustände mit einer Wahrscheinlichkeit von %1 auf null gesetzt, und was bleibt, wird entsprechend vergrößert. Hier ist das Netz ohne Dropout gezeigt: Nichts fällt weg.</translation>
    </message>
</context>
<context>
    <name>gatescope::StartPage</name>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>A CSV or a text (.txt) of your own, or an NPZ or safetensors file with sequences x and targets y.</source>
        <translation>Eine eigene CSV oder ein Text (.txt), oder eine NPZ- oder safetensors-Datei mit Sequenzen x und Zielen y.</translation>
    </message>
    <message>
        <source>CSV, TSV, text (.txt), NPZ or safetensors; a file can also be dropped onto the window.</source>
        <translation>CSV, TSV, Text (.txt), NPZ oder safetensors; eine Datei lässt sich auch auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Real series, and a text</source>
        <translation>Echte Reihen und ein Text</translation>
    </message>
    <message>
        <source>Generated tasks</source>
        <translation>Erzeugte Aufgaben</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.npz *.npy *.safetensors);;All files (*)</source>
        <translation>Daten (*.csv *.tsv *.txt *.npz *.npy *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opens %1 again.</source>
        <translation>Öffnet %1 noch einmal.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>gatescope::StatusLine</name>
    <message>
        <source>What is open</source>
        <translation>Was geöffnet ist</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>The shared cursor: pointing at any view moves it in all others.</source>
        <translation>Der gemeinsame Cursor: In eine Ansicht zu zeigen bewegt ihn in allen anderen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops reading, or making windows; everything stays as it was.</source>
        <translation>Bricht das Lesen oder das Fensterschneiden ab; alles bleibt, wie es war.</translation>
    </message>
    <message>
        <source>Nothing is open. Drop a CSV here, or use File › Open.</source>
        <translation>Nichts geöffnet. Ziehen Sie eine CSV hierher, oder nutzen Sie Datei › Öffnen.</translation>
    </message>
    <message>
        <source>window %1 → %2 ahead</source>
        <translation>Fenster %1 → %2 voraus</translation>
    </message>
    <message>
        <source>no windows yet</source>
        <translation>noch keine Fenster</translation>
    </message>
    <message>
        <source>reset-after (PyTorch)</source>
        <translation>reset-after (PyTorch)</translation>
    </message>
    <message>
        <source>reset-before (textbook)</source>
        <translation>reset-before (Lehrbuch)</translation>
    </message>
    <message>
        <source>%1 × %2 units</source>
        <translation>%1 × %2 Einheiten</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>best so far: epoch %1</source>
        <translation>bisher beste: Epoche %1</translation>
    </message>
    <message>
        <source>Autosave failed; it is tried again</source>
        <translation>Automatisches Speichern misslang; es wird wieder versucht</translation>
    </message>
    <message>
        <source>Autosave failed: %1</source>
        <translation>Automatisches Speichern misslang: %1</translation>
    </message>
    <message>
        <source>Cursor: sequence %1 · layer %2 · step %3 · unit %4</source>
        <translation>Cursor: Sequenz %1 · Schicht %2 · Schritt %3 · Einheit %4</translation>
    </message>
</context>
<context>
    <name>gatescope::StripView</name>
    <message>
        <source>caption of %1</source>
        <translation>Beschriftung von %1</translation>
    </message>
    <message>
        <source>0 … 1</source>
        <translation>0 … 1</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>range of %1</source>
        <translation>Bereich von %1</translation>
    </message>
    <message>
        <source>The range of this strip&apos;s colours.</source>
        <translation>Der Bereich der Farben dieses Streifens.</translation>
    </message>
    <message>
        <source>%1 of unit %2 = %3
%4</source>
        <translation>%1 von Einheit %2 = %3
%4</translation>
    </message>
</context>
<context>
    <name>gatescope::SweepCard</name>
    <message>
        <source>Sweep</source>
        <translation>Versuchsreihe</translation>
    </message>
    <message>
        <source>Start sweep</source>
        <translation>Reihe starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>8, 16, 32</source>
        <translation>8, 16, 32</translation>
    </message>
    <message>
        <source>First setting</source>
        <translation>Erste Einstellung</translation>
    </message>
    <message>
        <source>Second setting</source>
        <translation>Zweite Einstellung</translation>
    </message>
    <message>
        <source>Which setting or data option takes several values.</source>
        <translation>Welche Einstellung oder Datenoption mehrere Werte annimmt.</translation>
    </message>
    <message>
        <source>Values of the first setting</source>
        <translation>Werte der ersten Einstellung</translation>
    </message>
    <message>
        <source>Values of the second setting</source>
        <translation>Werte der zweiten Einstellung</translation>
    </message>
    <message>
        <source>Values separated by commas; one that holds a comma stands in double quotes.</source>
        <translation>Werte durch Kommas getrennt; einer, der ein Komma enthält, steht in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>seeds: </source>
        <translation>Startwerte: </translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Each combination is trained so often, with the seed of the form and those after it.</source>
        <translation>Jede Kombination wird so oft trainiert, mit dem Startwert des Formulars und den folgenden.</translation>
    </message>
    <message>
        <source>Trains every combination in the background; the training on screen goes first.</source>
        <translation>Trainiert jede Kombination im Hintergrund; das Training auf dem Bildschirm geht vor.</translation>
    </message>
    <message>
        <source>Holds the sweep after the batches under way.</source>
        <translation>Hält die Versuchsreihe nach den laufenden Batches an.</translation>
    </message>
    <message>
        <source>Ends the sweep; the runs that are done stay on the shelf.</source>
        <translation>Beendet die Versuchsreihe; fertige Läufe bleiben auf der Ablage.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>Each run is kept on the shelf. The test part is not looked at: choosing by it would make its score too good.</source>
        <translation>Jeder Lauf kommt auf die Ablage. Der Testteil wird nicht angesehen: Danach zu wählen, ließe sein Ergebnis zu gut aussehen.</translation>
    </message>
    <message>
        <source>Preparing the data and the baselines …</source>
        <translation>Daten und Baselines werden vorbereitet …</translation>
    </message>
    <message>
        <source>Training in the background: %1.</source>
        <translation>Training im Hintergrund: %1.</translation>
    </message>
    <message>
        <source>Paused at %1.</source>
        <translation>Angehalten bei %1.</translation>
    </message>
    <message>
        <source>Done: %1, the test part not looked at. Double click a run to put it in force.</source>
        <translation>Fertig: %1, der Testteil nicht angesehen. Doppelklick setzt einen Lauf in Kraft.</translation>
    </message>
    <message>
        <source>Cancelled at %1; the same sweep goes on from them.</source>
        <translation>Abgebrochen bei %1; dieselbe Versuchsreihe geht von dort weiter.</translation>
    </message>
    <message>
        <source>No sweep is under way.</source>
        <translation>Es läuft keine Versuchsreihe.</translation>
    </message>
    <message>
        <source>A sweep is under way: cancel it first.</source>
        <translation>Eine Versuchsreihe läuft: Brechen Sie sie zuerst ab.</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>wahlfrei</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>Fortschritt der Versuchsreihe</translation>
    </message>
</context>
<context>
    <name>gatescope::SweepPlot</name>
    <message>
        <source>Best validation loss of every run of the sweep</source>
        <translation>Kleinster Validierungsverlust jedes Laufs der Versuchsreihe</translation>
    </message>
    <message>
        <source>Choose a setting and its values, then start the sweep.</source>
        <translation>Wählen Sie eine Einstellung und ihre Werte, dann starten Sie die Reihe.</translation>
    </message>
    <message>
        <source>best baseline</source>
        <translation>beste Baseline</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The swept values; each ring is a run, each disc the mean over the seeds.</source>
        <translation>Die Werte der Reihe; jeder Ring ist ein Lauf, jede Scheibe das Mittel über die Startwerte.</translation>
    </message>
    <message>
        <source>best validation loss</source>
        <translation>kleinster Validierungsverlust</translation>
    </message>
    <message>
        <source>Lowest validation loss of a run; the bars are the standard deviation over the seeds.</source>
        <translation>Kleinster Validierungsverlust eines Laufs; die Balken sind die Standardabweichung über die Startwerte.</translation>
    </message>
    <message>
        <source>best baseline: %1, %2</source>
        <translation>beste Baseline: %1, %2</translation>
    </message>
    <message>
        <source>%1seed %2: %3</source>
        <translation>%1Startwert %2: %3</translation>
    </message>
    <message>
        <source>, half-life %1 steps</source>
        <translation>, Halbwertszeit %1 Schritte</translation>
    </message>
</context>
<context>
    <name>gatescope::SweepTable</name>
    <message>
        <source>Runs of the sweep, the best first</source>
        <translation>Läufe der Versuchsreihe, die besten zuerst</translation>
    </message>
    <message>
        <source>Double click or Enter puts a run in force.</source>
        <translation>Doppelklick oder Eingabetaste setzt einen Lauf in Kraft.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>best validation loss</source>
        <translation>kleinster Validierungsverlust</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>skill, validation</source>
        <translation>Skill, Validierung</translation>
    </message>
    <message>
        <source>half-life (steps)</source>
        <translation>Halbwertszeit (Schritte)</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>gatescope::TeacherScreen</name>
    <message>
        <source>measured when it is revealed (%1)</source>
        <translation>gemessen, wenn aufgedeckt wird (%1)</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Zurück</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>Weiter ›</translation>
    </message>
    <message>
        <source>For the teacher — GateScope</source>
        <translation>Für die Lehrkraft — GateScope</translation>
    </message>
    <message>
        <source>Turns to the page before.</source>
        <translation>Blättert zur vorigen Seite.</translation>
    </message>
    <message>
        <source>Turns to the next page.</source>
        <translation>Blättert zur nächsten Seite.</translation>
    </message>
    <message>
        <source>%1 of %2 min</source>
        <translation>%1 von %2 min</translation>
    </message>
    <message>
        <source>%1 · page %2 of %3: %4</source>
        <translation>%1 · Seite %2 von %3: %4</translation>
    </message>
    <message>
        <source>This page has no notes.</source>
        <translation>Diese Seite hat keine Notizen.</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>Dies ist die letzte Seite.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::TextPage</name>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Zeichenvorrat</translation>
    </message>
    <message>
        <source>Windows and split of the text</source>
        <translation>Fenster und Aufteilung des Textes</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How many characters the network reads at a time; windows lie side by side: T.</source>
        <translation>Wie viele Zeichen das Netz auf einmal liest; die Fenster liegen nebeneinander: T.</translation>
    </message>
    <message>
        <source>Split in order</source>
        <translation>In Reihenfolge teilen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The first share of the text: the network learns from it, and its characters are the vocabulary.</source>
        <translation>Der erste Anteil des Textes: Daraus lernt das Netz, und seine Zeichen sind der Zeichenvorrat.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>The share after it: it tells when to stop, and which weights are best.</source>
        <translation>Der Anteil danach: Er sagt, wann aufzuhören ist und welche Gewichte am besten sind.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Every character is in the vocabulary.</source>
        <translation>Jedes Zeichen ist im Zeichenvorrat.</translation>
    </message>
    <message>
        <source>Windows: %1 training · %2 validation · %3 test
At every character the network tells the next one, out of %4.</source>
        <translation>Fenster: %1 Training · %2 Validierung · %3 Test
Bei jedem Zeichen nennt das Netz das nächste, aus %4.</translation>
    </message>
    <message>
        <source>%1 · %2 characters · click to move the window</source>
        <translation>%1 · %2 Zeichen · klicken, um das Fenster zu verschieben</translation>
    </message>
    <message>
        <source>%1 characters of the training part, and “other”</source>
        <translation>%1 Zeichen des Trainingsteils und „sonstige“</translation>
    </message>
    <message>
        <source>No windows yet: make the length shorter.</source>
        <translation>Noch keine Fenster: Verkürzen Sie die Länge.</translation>
    </message>
</context>
<context>
    <name>gatescope::TextScoresCard</name>
    <message>
        <source>What it is worth</source>
        <translation>Was es wert ist</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>On the %1 part the network needs %2 bits a character, %3 fewer than counting with %4 (%5).</source>
        <translation>Im %1-Teil braucht das Netz %2 Bits je Zeichen, %3 weniger als Zählen mit %4 (%5).</translation>
    </message>
    <message>
        <source>On the %1 part the network needs %2 bits a character, %3 more than counting with %4 (%5): train it further.</source>
        <translation>Im %1-Teil braucht das Netz %2 Bits je Zeichen, %3 mehr als Zählen mit %4 (%5): Trainieren Sie weiter.</translation>
    </message>
    <message>
        <source>In Inspect › Letters stand the chances of the next character at the cursor; Train shows what the network writes.</source>
        <translation>Unter Untersuchen › Buchstaben stehen die Wahrscheinlichkeiten des nächsten Zeichens am Cursor; Training zeigt, was das Netz schreibt.</translation>
    </message>
    <message>
        <source>epoch %1 · batch %2 overall</source>
        <translation>Epoche %1 · Batch %2 insgesamt</translation>
    </message>
</context>
<context>
    <name>gatescope::TextScoresView</name>
    <message>
        <source>the network</source>
        <translation>das Netz</translation>
    </message>
    <message>
        <source>Scores of the text</source>
        <translation>Ergebnisse des Textes</translation>
    </message>
    <message>
        <source>Bits a character, perplexity and accuracy of the network and of counting characters.</source>
        <translation>Bits je Zeichen, Perplexität und Trefferquote des Netzes und des Zählens von Zeichen.</translation>
    </message>
    <message>
        <source>two characters before</source>
        <translation>zwei Zeichen davor</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bits</translation>
    </message>
    <message>
        <source>perplexity %1 · %2 % right</source>
        <translation>Perplexität %1 · %2 % richtig</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 over %2 characters: %3, %4. The fewer bits, the better the next character is told.</source>
        <translation>%1 über %2 Zeichen: %3, %4. Je weniger Bits, desto besser wird das nächste Zeichen getroffen.</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>%1 % richtig</translation>
    </message>
    <message>
        <source>Computing the scores …</source>
        <translation>Die Bewertung wird berechnet …</translation>
    </message>
</context>
<context>
    <name>gatescope::TextView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The text with its split and one window. Left and right go to the next window.</source>
        <translation>Der Text mit seiner Aufteilung und einem Fenster. Links und Rechts gehen zum nächsten Fenster.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The %1 part: %2 characters. No window crosses its borders.</source>
        <translation>Der %1-Teil: %2 Zeichen. Kein Fenster überschreitet seine Grenzen.</translation>
    </message>
    <message>
        <source>characters around the window</source>
        <translation>Zeichen um das Fenster</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>The network reads the marked characters one by one and at each tells the next; the last of these is marked in the target&apos;s colour. ␣ is a blank, ⏎ a line end.</source>
        <translation>Das Netz liest die markierten Zeichen eins nach dem anderen und nennt bei jedem das nächste; das letzte davon ist in der Farbe des Ziels markiert. ␣ ist ein Leerzeichen, ⏎ ein Zeilenende.</translation>
    </message>
    <message>
        <source>No text is open: choose one under Choose, or open a .txt file.</source>
        <translation>Es ist kein Text geöffnet: Wählen Sie einen aus oder öffnen Sie eine .txt-Datei.</translation>
    </message>
</context>
<context>
    <name>gatescope::TimelineCard</name>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Which part of the data the sequence is taken from.</source>
        <translation>Aus welchem Teil der Daten die Sequenz stammt.</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Teil der Daten</translation>
    </message>
    <message>
        <source>Which sequence of this part, counted from 0.</source>
        <translation>Welche Sequenz dieses Teils, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>Nummer der Sequenz</translation>
    </message>
    <message>
        <source>Which input is drawn: one in its original units, or all as the network reads them.</source>
        <translation>Welche Eingabe gezeichnet wird: eine in ihrer ursprünglichen Einheit, oder alle, wie das Netz sie liest.</translation>
    </message>
    <message>
        <source>Input drawn</source>
        <translation>Gezeichnete Eingabe</translation>
    </message>
    <message>
        <source>Shows below the curve how much an output moves with each input: ∂ŷ/∂x at every step.</source>
        <translation>Zeigt unter der Kurve, wie stark sich eine Ausgabe mit jeder Eingabe bewegt: ∂ŷ/∂x in jedem Schritt.</translation>
    </message>
    <message>
        <source>Attribution strip</source>
        <translation>Streifen der Zuschreibung</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>Steps a second while playing.</source>
        <translation>Schritte je Sekunde beim Abspielen.</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>Abspieltempo</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Plays the sequence step by step (Return).</source>
        <translation>Spielt die Sequenz Schritt für Schritt ab (Eingabetaste).</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>T = %1 steps</source>
        <translation>T = %1 Schritte</translation>
    </message>
    <message>
        <source> · loss %1</source>
        <translation> · Verlust %1</translation>
    </message>
    <message>
        <source>no strip</source>
        <translation>kein Streifen</translation>
    </message>
    <message>
        <source>∂ŷ/∂x: %1</source>
        <translation>∂ŷ/∂x: %1</translation>
    </message>
    <message>
        <source>∂ŷ/∂x</source>
        <translation>∂ŷ/∂x</translation>
    </message>
    <message>
        <source>all, scaled</source>
        <translation>alle, skaliert</translation>
    </message>
</context>
<context>
    <name>gatescope::TimelineView</name>
    <message>
        <source>%1 Here: %2.</source>
        <translation>%1 Hier: %2.</translation>
    </message>
    <message>
        <source>∂ŷ/∂x</source>
        <translation>∂ŷ/∂x</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>attribution</source>
        <translation>Zuschreibung</translation>
    </message>
    <message>
        <source>How much the output moves per scaled unit of each input: red raises it, blue lowers it; rows are features. While something is held, the lower third is the untouched run&apos;s.</source>
        <translation>Wie stark sich die Ausgabe je skalierter Einheit jeder Eingabe bewegt: Rot hebt sie, Blau senkt sie; Zeilen sind Merkmale. Solange etwas festgehalten ist, gehört das untere Drittel dem unberührten Lauf.</translation>
    </message>
    <message>
        <source>characters read</source>
        <translation>gelesene Zeichen</translation>
    </message>
    <message>
        <source>The character that each step reads; ␣ is a blank, ⏎ a line end, □ one the training part does not hold.</source>
        <translation>Das Zeichen, das jeder Schritt liest; ␣ ist ein Leerzeichen, ⏎ ein Zeilenende, □ eines, das der Trainingsteil nicht enthält.</translation>
    </message>
    <message>
        <source>characters to tell</source>
        <translation>zu nennende Zeichen</translation>
    </message>
    <message>
        <source>The character that comes next, which is the step&apos;s target.</source>
        <translation>Das Zeichen, das als Nächstes kommt: das Ziel des Schritts.</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>reads %1, expects %2</source>
        <translation>liest %1, erwartet %2</translation>
    </message>
    <message>
        <source>; next comes %1</source>
        <translation>; als Nächstes kommt %1</translation>
    </message>
    <message>
        <source>loss of each step</source>
        <translation>Verlust jedes Schritts</translation>
    </message>
    <message>
        <source>How much each step&apos;s answer ŷ costs; the highest bar is %1. The sequence&apos;s loss is their mean, and its gradient enters at each of these steps.</source>
        <translation>Wie viel die Antwort ŷ jedes Schritts kostet; der höchste Balken ist %1. Der Verlust der Sequenz ist ihr Mittel, und ihr Gradient tritt in jedem dieser Schritte ein.</translation>
    </message>
    <message>
        <source>burn-in: this step is in no loss</source>
        <translation>Einlauf: Dieser Schritt ist in keinem Verlust</translation>
    </message>
    <message>
        <source>no target here: this step is in no loss</source>
        <translation>hier kein Ziel: Dieser Schritt ist in keinem Verlust</translation>
    </message>
    <message>
        <source>ŷ = %1 scaled, </source>
        <translation>ŷ = %1 skaliert, </translation>
    </message>
    <message>
        <source>loss of this step %1</source>
        <translation>Verlust dieses Schritts %1</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>The input over the steps of the sequence. Left and right move the step, Home and End go to its ends.</source>
        <translation>Die Eingabe über die Schritte der Sequenz. Links und Rechts bewegen den Schritt, Pos1 und Ende gehen an ihre Enden.</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>value axis</source>
        <translation>Wertachse</translation>
    </message>
    <message>
        <source>The input in its original units, as the file holds it.</source>
        <translation>Die Eingabe in ihrer ursprünglichen Einheit, wie die Datei sie enthält.</translation>
    </message>
    <message>
        <source>The inputs as the network reads them: scaled, without a unit.</source>
        <translation>Die Eingaben, wie das Netz sie liest: skaliert, ohne Einheit.</translation>
    </message>
    <message>
        <source>step axis</source>
        <translation>Schrittachse</translation>
    </message>
    <message>
        <source>The steps of the sequence, counted from 0.</source>
        <translation>Die Schritte der Sequenz, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 = %2 scaled</source>
        <translation>%1 = %2 skaliert</translation>
    </message>
    <message>
        <source>, %1 in original units</source>
        <translation>, %1 in ursprünglicher Einheit</translation>
    </message>
    <message>
        <source>, ∂ŷ/∂x = %1</source>
        <translation>, ∂ŷ/∂x = %1</translation>
    </message>
</context>
<context>
    <name>gatescope::TrainWorkspace</name>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Set the model up and watch it learn.</source>
        <translation>Das Modell einrichten und beim Lernen zusehen.</translation>
    </message>
    <message>
        <source>Model and training</source>
        <translation>Modell und Training</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Folds the settings away, to give the views more room.</source>
        <translation>Klappt die Einstellungen ein, damit die Ansichten mehr Platz haben.</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Shows the settings of model and training.</source>
        <translation>Zeigt die Einstellungen von Modell und Training.</translation>
    </message>
</context>
<context>
    <name>gatescope::TransportBar</name>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>The epoch under way, or the last one completed, of all: one epoch is once through all training sequences.</source>
        <translation>Die laufende Epoche oder die zuletzt abgeschlossene, von allen: Eine Epoche ist ein Durchgang durch alle Trainingssequenzen.</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>The error on the last batch, in scaled units.</source>
        <translation>Der Fehler auf dem letzten Batch, in skalierten Einheiten.</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>The error on the validation sequences after the last epoch, in scaled units.</source>
        <translation>Der Fehler auf den Validierungssequenzen nach der letzten Epoche, in skalierten Einheiten.</translation>
    </message>
    <message>
        <source>vs least squares</source>
        <translation>gegen kleinste Quadrate</translation>
    </message>
    <message>
        <source>left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Estimated time to the last epoch, in minutes and seconds.</source>
        <translation>Geschätzte Zeit bis zur letzten Epoche, in Minuten und Sekunden.</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Batches trained of the epoch under way.</source>
        <translation>Trainierte Batches der laufenden Epoche.</translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation>Sequenzen/s</translation>
    </message>
    <message>
        <source>Training sequences learnt from per second, over the last second.</source>
        <translation>Gelernte Trainingssequenzen je Sekunde, über die letzte Sekunde.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The share of the training that is done.</source>
        <translation>Der Anteil des Trainings, der erledigt ist.</translation>
    </message>
    <message>
        <source>Full speed; to the left is slow motion.</source>
        <translation>Volles Tempo; nach links geht es in die Zeitlupe.</translation>
    </message>
    <message>
        <source>Slow motion: at most %1 batches a second.</source>
        <translation>Zeitlupe: höchstens %1 Batches je Sekunde.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>training bits</source>
        <translation>Trainingsbits</translation>
    </message>
    <message>
        <source>The error on the last batch in bits a character: the loss by the logarithm of two.</source>
        <translation>Der Fehler auf dem letzten Batch in Bits je Zeichen: der Verlust geteilt durch den Logarithmus von zwei.</translation>
    </message>
    <message>
        <source>bits/char</source>
        <translation>Bits/Zeichen</translation>
    </message>
    <message>
        <source>Bits a character on the validation part after the last epoch: how many yes-or-no questions each next character still takes, on average.</source>
        <translation>Bits je Zeichen im Validierungsteil nach der letzten Epoche: wie viele Ja-Nein-Fragen jedes nächste Zeichen im Mittel noch braucht.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>vs %1</source>
        <translation>gegen %1</translation>
    </message>
    <message>
        <source>vs baseline</source>
        <translation>gegen Baseline</translation>
    </message>
    <message>
        <source>The naive forecasts are being measured.</source>
        <translation>Die naiven Vorhersagen werden gemessen.</translation>
    </message>
    <message>
        <source>No naive forecast to compare with.</source>
        <translation>Keine naive Vorhersage zum Vergleichen.</translation>
    </message>
    <message>
        <source>This training&apos;s loss is asked at every step, and naive forecasts at the window&apos;s end: Predict compares them.</source>
        <translation>Der Verlust dieses Trainings wird in jedem Schritt bestimmt, die naiven Vorhersagen am Fensterende: Vorhersagen vergleicht sie.</translation>
    </message>
    <message>
        <source>How much smaller the validation loss is than that of the best naive forecast, %1 (%2). %3</source>
        <translation>Um wie viel der Validierungsverlust kleiner ist als der der besten naiven Vorhersage, %1 (%2). %3</translation>
    </message>
    <message>
        <source> It is ahead of the network.</source>
        <translation> Sie liegt vor dem Netz.</translation>
    </message>
    <message>
        <source>%1: %2 bits a character</source>
        <translation>%1: %2 Bits je Zeichen</translation>
    </message>
    <message>
        <source>How much smaller the validation loss is than that of the best way of counting characters in the training part:
%1</source>
        <translation>Um wie viel der Validierungsverlust kleiner ist als der der besten Art, die Zeichen im Trainingsteil zu zählen:
%1</translation>
    </message>
    <message>
        <source>
Counting is ahead of the network.</source>
        <translation>
Das Zählen liegt vor dem Netz.</translation>
    </message>
</context>
<context>
    <name>gatescope::UndoHistory</name>
    <message>
        <source>The steps before are no longer kept: undo keeps up to %1 MB of tables.</source>
        <translation>Die Schritte davor werden nicht mehr aufbewahrt: Rückgängig bewahrt Tabellen bis %1 MB.</translation>
    </message>
</context>
<context>
    <name>gatescope::UnitGrain</name>
    <message>
        <source>Inside the cell: one unit</source>
        <translation>In der Zelle: eine Einheit</translation>
    </message>
    <message>
        <source>The four stages of the cell for one unit, each as an equation with this step&apos;s numbers. N goes to the next number, K pins it.</source>
        <translation>Die vier Stufen der Zelle für eine Einheit, jede als Gleichung mit den Zahlen dieses Schritts. N geht zur nächsten Zahl, K heftet sie an.</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>in Worten</translation>
    </message>
    <message>
        <source>residual of %1</source>
        <translation>Residuum von %1</translation>
    </message>
    <message>
        <source>This equation computed again in double precision, minus what the network stored: the equation on screen is the one that runs.</source>
        <translation>Diese Gleichung noch einmal in doppelter Genauigkeit gerechnet, minus dem, was das Netz gespeichert hat: Die Gleichung auf dem Bildschirm ist die, die läuft.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>gatescope::VerdictCard</name>
    <message>
        <source>Set “%1”</source>
        <translation>„%1“ setzen</translation>
    </message>
    <message>
        <source>Sets it in Data and cuts new windows; the run so far stays on the shelf. Undo takes it back.</source>
        <translation>Setzt es unter Daten und schneidet neue Fenster; der bisherige Lauf bleibt auf der Ablage. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Sets it in Train. Undo takes it back.</source>
        <translation>Setzt es unter Training. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What the scores are worth is said here when the naive forecasts are measured.</source>
        <translation>Was die Ergebnisse wert sind, steht hier, sobald die naiven Vorhersagen gemessen sind.</translation>
    </message>
</context>
<context>
    <name>gatescope::ViewDock</name>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Shows this view alone; once more shows all again.</source>
        <translation>Zeigt diese Ansicht allein; noch einmal zeigt wieder alle.</translation>
    </message>
    <message>
        <source>More choices: ranges and axes, tear off, close.</source>
        <translation>Weitere Möglichkeiten: Bereiche und Achsen, abreißen, schließen.</translation>
    </message>
    <message>
        <source>Tear off</source>
        <translation>Abreißen</translation>
    </message>
    <message>
        <source>Puts this view into a window of its own, or back.</source>
        <translation>Setzt diese Ansicht in ein eigenes Fenster, oder zurück.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this view; View › Panels opens it again.</source>
        <translation>Schließt diese Ansicht; Ansicht › Felder öffnet sie wieder.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen ins Fenster</translation>
    </message>
</context>
<context>
    <name>gatescope::VocabularyView</name>
    <message>
        <source>Vocabulary</source>
        <translation>Zeichenvorrat</translation>
    </message>
    <message>
        <source>How often each character of the vocabulary is in the text, most frequent first.</source>
        <translation>Wie oft jedes Zeichen des Zeichenvorrats im Text steht, das häufigste zuerst.</translation>
    </message>
    <message>
        <source>%1 times, %2 %</source>
        <translation>%1-mal, %2 %</translation>
    </message>
    <message>
        <source>other</source>
        <translation>sonstige</translation>
    </message>
    <message>
        <source>“Other” stands for every character that the training part does not hold: %1.</source>
        <translation>„Sonstige“ steht für jedes Zeichen, das der Trainingsteil nicht enthält: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No vocabulary yet: it is made of the training part when a text is open.</source>
        <translation>Noch kein Vokabular: Es entsteht aus dem Trainingsteil, sobald ein Text geöffnet ist.</translation>
    </message>
</context>
<context>
    <name>gatescope::WeightBar</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Tries another value of this weight: every view shows the network with it, while the training goes on without.</source>
        <translation>Probiert einen anderen Wert dieses Gewichts: Jede Ansicht zeigt das Netz damit, während das Training ohne ihn weiterläuft.</translation>
    </message>
    <message>
        <source>Shows the network as it is again; can be undone.</source>
        <translation>Zeigt das Netz wieder, wie es ist; lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>What the tried weight does</source>
        <translation>Was das probierte Gewicht bewirkt</translation>
    </message>
    <message>
        <source>Value of the weight</source>
        <translation>Wert des Gewichts</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>Makes the tried value the network&apos;s own: training goes on from it. Can be undone.</source>
        <translation>Macht den probierten Wert zum eigenen des Netzes: Das Training geht von ihm weiter. Lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>gatescope::WeightPlot</name>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>The values of the layer&apos;s weights and biases.</source>
        <translation>Die Werte der Gewichte und Bias-Werte der Schicht.</translation>
    </message>
    <message>
        <source>weights in a bin of %1</source>
        <translation>Gewichte je Klasse der Breite %1</translation>
    </message>
    <message>
        <source>How many of a gate&apos;s weights have about this value.</source>
        <translation>Wie viele Gewichte eines Tors etwa diesen Wert haben.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epochs trained, at the moments that the time machine keeps.</source>
        <translation>Trainierte Epochen, zu den Zeitpunkten, die die Zeitmaschine aufbewahrt.</translation>
    </message>
    <message>
        <source>‖∂loss/∂(W, U)‖ of a gate (log)</source>
        <translation>‖∂Verlust/∂(W, U)‖ eines Tors (log)</translation>
    </message>
    <message>
        <source>‖update‖ / ‖weights‖ of a gate (log)</source>
        <translation>‖Änderung‖ / ‖Gewichte‖ eines Tors (log)</translation>
    </message>
    <message>
        <source>The length of the gradient of each gate&apos;s weights, after clipping.</source>
        <translation>Die Länge des Gradienten der Gewichte jedes Tors, nach dem Begrenzen.</translation>
    </message>
    <message>
        <source>How far a step moved each gate&apos;s weights, as a share of their own length; about 0.001 is healthy.</source>
        <translation>Wie weit ein Schritt die Gewichte jedes Tors bewegt hat, als Anteil ihrer eigenen Länge; etwa 0.001 ist gesund.</translation>
    </message>
    <message>
        <source>weights from %1 to %2</source>
        <translation>Gewichte von %1 bis %2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>gatescope::WeightsView</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>update ratio</source>
        <translation>Änderungsanteil</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Gezeigt als</translation>
    </message>
    <message>
        <source>Every weight as a cell, how the weights are spread, or the size of each gate&apos;s gradient and update over the training.</source>
        <translation>Jedes Gewicht als Zelle, wie die Gewichte verteilt sind, oder die Größe von Gradient und Änderung jedes Tors über das Training.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Whose weights are shown.</source>
        <translation>Wessen Gewichte gezeigt werden.</translation>
    </message>
    <message>
        <source>Weights of the gates, units by what they read</source>
        <translation>Gewichte der Tore, Einheiten mal dem, was sie lesen</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>try a weight: %1</source>
        <translation>ein Gewicht probieren: %1</translation>
    </message>
    <message>
        <source>take the tried weight back</source>
        <translation>das probierte Gewicht zurücknehmen</translation>
    </message>
    <message>
        <source>set a weight: %1</source>
        <translation>ein Gewicht setzen: %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>gradient %1</source>
        <translation>Gradient %1</translation>
    </message>
    <message>
        <source>update ratio %1</source>
        <translation>Änderungsanteil %1</translation>
    </message>
    <message>
        <source>read from: inputs 0 … %1, states %2 … %3%4</source>
        <translation>gelesen von: Eingaben 0 … %1, Zustände %2 … %3%4</translation>
    </message>
    <message>
        <source>, then biases</source>
        <translation>, dann Bias-Werte</translation>
    </message>
    <message>
        <source>No step of this training was seen yet: of a run that was opened, the curve begins where its training goes on.
B trains one batch.</source>
        <translation>Von diesem Training wurde noch kein Schritt gesehen: Bei einem geöffneten Lauf beginnt die Kurve, wo sein Training weitergeht.
B trainiert einen Batch.</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>Schicht %1 · %2</translation>
    </message>
    <message>
        <source>Tried: %1 = %2 instead of %3.</source>
        <translation>Probiert: %1 = %2 statt %3.</translation>
    </message>
    <message>
        <source> Loss of probe sequence %1: %2 becomes %3.</source>
        <translation> Verlust der Beobachtungssequenz %1: aus %2 wird %3.</translation>
    </message>
    <message>
        <source> Output (scaled): %1 becomes %2.</source>
        <translation> Ausgabe (skaliert): aus %1 wird %2.</translation>
    </message>
    <message>
        <source>Only the present network can be changed: go back to now first.</source>
        <translation>Nur das jetzige Netz lässt sich ändern: Gehen Sie zuerst zurück zu jetzt.</translation>
    </message>
    <message>
        <source>Train a batch first (B): until then every change of a setting draws the weights anew.</source>
        <translation>Trainieren Sie zuerst einen Batch (B): Bis dahin zieht jede Änderung einer Einstellung die Gewichte neu.</translation>
    </message>
    <message>
        <source>No weights yet.</source>
        <translation>Noch keine Gewichte.</translation>
    </message>
</context>
<context>
    <name>gatescope::WelcomeCard</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>GateScope shows a GRU network while it learns. Four things to begin with:</source>
        <translation>GateScope zeigt ein GRU-Netz, während es lernt. Vier Dinge für den Anfang:</translation>
    </message>
    <message>
        <source>Closes these words for good.</source>
        <translation>Schließt diese Worte für immer.</translation>
    </message>
    <message>
        <source>Close the welcome</source>
        <translation>Willkommen schließen</translation>
    </message>
    <message>
        <source>Train it (Space)</source>
        <translation>Trainieren (Leertaste)</translation>
    </message>
    <message>
        <source>Starts the training, or pauses it.</source>
        <translation>Startet das Training, oder hält es an.</translation>
    </message>
    <message>
        <source>Look into a cell</source>
        <translation>In eine Zelle blicken</translation>
    </message>
    <message>
        <source>Opens Inspect: every equation with this step&apos;s numbers.</source>
        <translation>Öffnet Untersuchen: jede Gleichung mit den Zahlen dieses Schritts.</translation>
    </message>
    <message>
        <source>Take a lesson</source>
        <translation>Eine Lektion nehmen</translation>
    </message>
    <message>
        <source>Opens Learn: lessons of 5 to 8 minutes.</source>
        <translation>Öffnet Lernen: Lektionen von 5 bis 8 Minuten.</translation>
    </message>
    <message>
        <source>Open your own file…</source>
        <translation>Eigene Datei öffnen…</translation>
    </message>
    <message>
        <source>Asks for a CSV, a text, tensors, a session or a model.</source>
        <translation>Fragt nach einer CSV, einem Text, Tensoren, einer Sitzung oder einem Modell.</translation>
    </message>
</context>
<context>
    <name>gatescope::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Nothing is held: the network runs as it is.</source>
        <translation>Nichts ist festgehalten: Das Netz läuft, wie es ist.</translation>
    </message>
    <message>
        <source>in scaled units</source>
        <translation>in skalierten Einheiten</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>unberührt</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Nudge the input</source>
        <translation>Eingabe anstoßen</translation>
    </message>
    <message>
        <source>Lets every value free again; can be undone.</source>
        <translation>Gibt jeden Wert wieder frei; lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Moves the input at the cursor a little both ways: the measured slope of the loss stands beside the back-propagated one.</source>
        <translation>Verschiebt die Eingabe am Cursor ein wenig nach beiden Seiten: Die gemessene Steigung des Verlusts steht neben der rückwärts berechneten.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Slope of the loss</source>
        <translation>Steigung des Verlusts</translation>
    </message>
    <message>
        <source>clear the what-ifs</source>
        <translation>die Was-wäre-wenn-Änderungen aufheben</translation>
    </message>
    <message>
        <source>Lets this value free again.</source>
        <translation>Gibt diesen Wert wieder frei.</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>let free: %1</source>
        <translation>freigeben: %1</translation>
    </message>
    <message>
        <source>∂loss/∂x of %1 at step %2: measured with ±%3: %4; back-propagated: %5; difference %6.</source>
        <translation>∂Verlust/∂x von %1 in Schritt %2: gemessen mit ±%3: %4; rückwärts berechnet: %5; Unterschied %6.</translation>
    </message>
    <message>
        <source>Nothing is changed: the network runs as it is. Choose what to change, and press Ask.</source>
        <translation>Nichts ist geändert: Das Netz läuft, wie es ist. Wählen Sie, was sich ändern soll, und drücken Sie Fragen.</translation>
    </message>
    <message>
        <source>Nothing is changed: what is, can be let free here.</source>
        <translation>Nichts ist geändert: Was geändert ist, lässt sich hier freigeben.</translation>
    </message>
    <message>
        <source>This sequence has no target: there is no loss whose slope could be measured.</source>
        <translation>Diese Sequenz hat kein Ziel: Es gibt keinen Verlust, dessen Steigung sich messen ließe.</translation>
    </message>
</context>
<context>
    <name>gatescope::WindowCard</name>
    <message>
        <source>One window</source>
        <translation>Ein Fenster</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>step in the window</source>
        <translation>Schritt im Fenster</translation>
    </message>
    <message>
        <source>Steps are counted from 0; the target lies beyond the window&apos;s last step.</source>
        <translation>Schritte werden von 0 an gezählt; das Ziel liegt hinter dem letzten Schritt des Fensters.</translation>
    </message>
    <message>
        <source>One window of the data, scaled</source>
        <translation>Ein Fenster der Daten, skaliert</translation>
    </message>
    <message>
        <source>scaled value</source>
        <translation>skalierter Wert</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Values as the network reads them: without a unit, after scaling.</source>
        <translation>Werte, wie das Netz sie liest: ohne Einheit, nach der Skalierung.</translation>
    </message>
    <message>
        <source>Values as the network reads them; this data is not scaled.</source>
        <translation>Werte, wie das Netz sie liest; diese Daten sind nicht skaliert.</translation>
    </message>
    <message>
        <source>target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source> · class %1</source>
        <translation> · Klasse %1</translation>
    </message>
    <message>
        <source> · %1 of %2 features, the target&apos;s own first</source>
        <translation> · %1 von %2 Merkmalen, das des Ziels selbst zuerst</translation>
    </message>
    <message>
        <source>Nothing is open yet. Choose an example, or open a CSV.</source>
        <translation>Noch nichts geöffnet. Wählen Sie ein Beispiel, oder öffnen Sie eine CSV.</translation>
    </message>
    <message>
        <source>No window fits yet: make its length or its horizon shorter.</source>
        <translation>Noch passt kein Fenster: Verkürzen Sie seine Länge oder seinen Horizont.</translation>
    </message>
    <message>
        <source>sequence %1 (%2) · %3 steps · not scaled</source>
        <translation>Sequenz %1 (%2) · %3 Schritte · nicht skaliert</translation>
    </message>
    <message>
        <source>sequence %1 (%2) · %3 steps · scaled as the network reads them</source>
        <translation>Sequenz %1 (%2) · %3 Schritte · skaliert, wie das Netz sie liest</translation>
    </message>
</context>
<context>
    <name>gatescope::WindowsForm</name>
    <message>
        <source>Windows, split and scaling</source>
        <translation>Fenster, Aufteilung und Skalierung</translation>
    </message>
    <message>
        <source> rows</source>
        <translation> Zeilen</translation>
    </message>
    <message numerus="yes">
        <source> row(s)</source>
        <translation>
            <numerusform> Zeile</numerusform>
            <numerusform> Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>forecast a value</source>
        <translation>Wert vorhersagen</translation>
    </message>
    <message>
        <source>tell a class</source>
        <translation>Klasse erkennen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Forecast numbers of the target column, or tell which of its labels applies.</source>
        <translation>Zahlen der Zielspalte vorhersagen, oder erkennen, welche ihrer Klassen zutrifft.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How many rows the network reads before it answers: T.</source>
        <translation>Wie viele Zeilen das Netz liest, bevor es antwortet: T.</translation>
    </message>
    <message>
        <source>Use what is proposed</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Sets all that the sentence above says, at once. It can be undone.</source>
        <translation>Setzt auf einmal alles, was der Satz darüber sagt. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Split in time</source>
        <translation>Zeitliche Aufteilung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The first share of the rows: the network learns from it.</source>
        <translation>Der erste Anteil der Zeilen: Daraus lernt das Netz.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>The share after it: it tells when to stop, and which weights are best.</source>
        <translation>Der Anteil danach: Er sagt, wann aufzuhören ist und welche Gewichte am besten sind.</translation>
    </message>
    <message>
        <source>Predict the change</source>
        <translation>Die Änderung vorhersagen</translation>
    </message>
    <message>
        <source>The network then learns the target&apos;s change since the window&apos;s last row. It can be undone.</source>
        <translation>Das Netz lernt dann die Änderung des Ziels seit der letzten Zeile des Fensters. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Baselines</translation>
    </message>
    <message>
        <source>In force: %1.</source>
        <translation>In Kraft: %1.</translation>
    </message>
    <message>
        <source>None is taken.</source>
        <translation>Keine wird angenommen.</translation>
    </message>
    <message>
        <source>None was found in the training part; say one if you know it.</source>
        <translation>Im Trainingsteil wurde keine gefunden; geben Sie eine an, wenn Sie sie kennen.</translation>
    </message>
    <message>
        <source>Mistakes worth seeing</source>
        <translation>Sehenswerte Fehler</translation>
    </message>
    <message>
        <source>Each lets the future leak into training. The validation loss can then look far better than it is, or hardly change: either way it is worth nothing.</source>
        <translation>Jeder lässt die Zukunft ins Training sickern. Der Validierungsverlust kann dann viel besser aussehen, als er ist, oder sich kaum ändern: So oder so ist er nichts wert.</translation>
    </message>
    <message>
        <source>Fit the scaling on all rows</source>
        <translation>Skalierung auf allen Zeilen anpassen</translation>
    </message>
    <message>
        <source>A mistake on purpose: the scaling then knows the mean and spread of the future.</source>
        <translation>Ein Fehler mit Absicht: Die Skalierung kennt dann Mittel und Streuung der Zukunft.</translation>
    </message>
    <message>
        <source>Shuffle windows before the split</source>
        <translation>Fenster vor der Aufteilung mischen</translation>
    </message>
    <message>
        <source>A mistake on purpose: validation windows then overlap with windows the network has learnt.</source>
        <translation>Ein Fehler mit Absicht: Validierungsfenster überlappen dann mit Fenstern, die das Netz gelernt hat.</translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>Noch nichts geöffnet.</translation>
    </message>
    <message>
        <source>Sequences as the file holds them: no windows are cut.</source>
        <translation>Sequenzen, wie die Datei sie enthält: Es werden keine Fenster geschnitten.</translation>
    </message>
    <message>
        <source>A proposal from the columns. %1.</source>
        <translation>Ein Vorschlag aus den Spalten. %1.</translation>
    </message>
    <message>
        <source>The validation part is unlike the training part: %1 % of its targets lie outside the range seen in training, and its mean is %2 standard deviations %3. The change since the last row often carries over better than the value.</source>
        <translation>Der Validierungsteil ist anders als der Trainingsteil: %1 % seiner Ziele liegen außerhalb des im Training gesehenen Bereichs, und sein Mittel liegt %2 Standardabweichungen %3. Die Änderung seit der letzten Zeile überträgt sich oft besser als der Wert.</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>tiefer</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>No windows yet.</source>
        <translation>Noch keine Fenster.</translation>
    </message>
    <message>
        <source> (counting …)</source>
        <translation> (wird gezählt …)</translation>
    </message>
    <message>
        <source>Windows: %1 training · %2 validation · %3 test%4</source>
        <translation>Fenster: %1 Training · %2 Validierung · %3 Test%4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>
Classes by rows: %1%2</source>
        <translation>
Klassen nach Zeilen: %1%2</translation>
    </message>
    <message>
        <source>Test: the last %1 %. No target crosses a border.</source>
        <translation>Test: die letzten %1 %. Kein Ziel überschreitet eine Grenze.</translation>
    </message>
    <message>
        <source>Test: the last %1 %. No window crosses a border.</source>
        <translation>Test: die letzten %1 %. Kein Fenster überschreitet eine Grenze.</translation>
    </message>
    <message>
        <source>Values are read as they are.</source>
        <translation>Werte werden gelesen, wie sie sind.</translation>
    </message>
    <message>
        <source>Fitted on all rows: the inputs already tell of the future.</source>
        <translation>Auf allen Zeilen angepasst: Die Eingaben verraten schon die Zukunft.</translation>
    </message>
    <message>
        <source>Fitted on the %1 rows of the training part only.</source>
        <translation>Nur auf den %1 Zeilen des Trainingsteils angepasst.</translation>
    </message>
    <message>
        <source>Fitted on the training part only.</source>
        <translation>Nur auf dem Trainingsteil angepasst.</translation>
    </message>
</context>
<context>
    <name>gatescope::WindowsPage</name>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Nothing was left out, filled in or changed.</source>
        <translation>Nichts wurde weggelassen, aufgefüllt oder geändert.</translation>
    </message>
</context>
<context>
    <name>gatescope::WrittenCard</name>
    <message>
        <source>What it writes</source>
        <translation>Was es schreibt</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write more</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>What the network writes, newest first</source>
        <translation>Was das Netz schreibt, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Each character is drawn from the network&apos;s chances and read as its next input. Not your text: the network makes it up.</source>
        <translation>Jedes Zeichen wird aus den Wahrscheinlichkeiten des Netzes gezogen und als nächste Eingabe gelesen. Nicht Ihr Text: Das Netz denkt ihn sich aus.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>a line end</source>
        <translation>ein Zeilenende</translation>
    </message>
    <message>
        <source>Start text</source>
        <translation>Anfangstext</translation>
    </message>
    <message>
        <source>What the network reads before it writes; empty: a line end.</source>
        <translation>Was das Netz liest, bevor es schreibt; leer: ein Zeilenende.</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>The outputs are divided by it: 1 as learned, less is surer, more is bolder, 0 always the likeliest.</source>
        <translation>Die Ausgaben werden durch sie geteilt: 1 wie gelernt, weniger ist sicherer, mehr ist kühner, 0 immer das Wahrscheinlichste.</translation>
    </message>
    <message>
        <source>Lets the weights that are shown now write from the start text.</source>
        <translation>Lässt die jetzt gezeigten Gewichte vom Anfangstext an schreiben.</translation>
    </message>
    <message>
        <source>Goes on with the newest sample.</source>
        <translation>Fährt mit der neuesten Probe fort.</translation>
    </message>
    <message>
        <source>— %1, temperature %2 —</source>
        <translation>— %1, Temperatur %2 —</translation>
    </message>
</context>
</TS>
