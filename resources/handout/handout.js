'use strict';
// The arithmetic of the page. Every term it computes is read from the table of equations that the program's own screen
// shows; nothing about the cell is written here a second time.
(function () {
  const data = JSON.parse(document.getElementById('network').textContent);
  const round = data.precision === 'float32' ? Math.fround : Number;
  const sigma = a => 1 / (1 + Math.exp(-a));
  const product = (rows, values) => rows.map(row => row.reduce((sum, weight, i) => sum + round(weight) * values[i], 0));

  // "W_r x", "b_r", "z", "(1 − z)": one factor of a term.
  function factor(text, scope) {
    if (text === '0' || text === '1') return new Array(data.hidden).fill(Number(text)); // a gate held in training
    if (text.startsWith('(1 − ')) return factor(text.slice(5, -1), scope).map(value => 1 - value);
    const [name, operand] = text.split(' ');
    if (operand) return product(scope.weights[name], scope[operand]);
    return scope[name] || scope.weights[name].map(round);
  }
  const term = (text, scope) => text.split(' ⊙ ').map(part => factor(part, scope))
    .reduce((a, b) => a.map((value, i) => value * b[i]));
  const add = terms => terms.reduce((a, b) => a.map((value, i) => value + b[i]));

  // One cell: every stage with its terms, its sum and its result. What is held takes the place of what was computed.
  function openCell(layer, x, h, holds) {
    const scope = { x, h, weights: data.layers[layer] };
    const stages = data.stages.map(form => {
      const stage = { form, terms: [], inner: [] };
      if (form.innerLetter) {
        stage.inner = form.innerTerms.map(text => term(text, scope));
        scope[form.innerLetter] = add(stage.inner);
      }
      stage.terms = form.terms.map(text => term(text, scope));
      stage.sum = add(stage.terms);
      stage.result = form.function === 'σ' ? stage.sum.map(sigma)
        : form.function === 'tanh' ? stage.sum.map(Math.tanh) : stage.sum;
      for (const hold of holds) {
        if (hold.gate === form.letter && (hold.layer === null || hold.layer === layer))
          stage.result = stage.result.map((value, unit) => hold.unit === null || hold.unit === unit ? hold.value : value);
      }
      scope[form.letter] = stage.result;
      return stage;
    });
    return { stages, state: scope["h'"] };
  }

  // The whole network over the sequence.
  function run(holds) {
    let inputs = data.x.map(step => step.map(round));
    const layers = data.layers.map((weights, layer) => {
      let h = new Array(data.hidden).fill(0);
      const cells = inputs.map(x => {
        const cell = openCell(layer, x, h, holds);
        h = cell.state;
        return cell;
      });
      inputs = cells.map(cell => cell.state);
      return cells;
    });
    const top = inputs[inputs.length - 1];
    const output = product(data.head.weight, top).map((value, o) => value + round(data.head.bias[o]));
    return { layers, output };
  }

  const place = { layer: 0, step: data.x.length - 1, unit: 0 };
  let holds = [];
  const untouched = run([]);
  let shown = untouched;
  const element = id => document.getElementById(id);
  const number = (value, digits = 4) => value.toFixed(digits).replace('-', '−');
  const sumText = values => values.map(signed).join(' ').replace(/^\+ /, '').replace(/^− /, '−');
  const signed = value => (value < 0 ? '− ' : '+ ') + Math.abs(value).toFixed(4);

  function stageText(stage, unit) {
    const form = stage.form;
    const sum = sumText(stage.terms.map(values => values[unit]));
    const open = form.function ? form.function + '(' : '', close = form.function ? ')' : '';
    return form.letter + ' = ' + open + sum + close + ' = ' + number(stage.result[unit]);
  }

  function paragraph(parent, kind, text) {
    const line = document.createElement('p');
    line.className = kind;
    line.textContent = text;
    parent.appendChild(line);
  }

  function showCell() {
    const cell = shown.layers[place.layer][place.step];
    const box = element('cell');
    box.replaceChildren();
    for (const stage of cell.stages) {
      const part = document.createElement('div');
      part.className = 'stage ' + stage.form.letter.charAt(0);
      paragraph(part, 'quiet', stage.form.title + ': ' + stage.form.meaning);
      if (stage.form.innerLetter) {
        paragraph(part, 'equation', stage.form.innerLetter + ' = ' + stage.form.innerTerms.join(' + ') + ' = '
          + sumText(stage.inner.map(values => values[place.unit])));
      }
      const terms = stage.form.terms.join(' + ');
      paragraph(part, 'equation', stage.form.letter + ' = '
        + (stage.form.function ? stage.form.function + '(' + terms + ')' : terms));
      paragraph(part, 'equation', stageText(stage, place.unit));
      box.appendChild(part);
    }
    const values = letter => cell.stages.find(stage => stage.form.letter === letter).result[place.unit];
    const kept = data.formulation === 'reset-after' ? values('z') : 1 - values('z');
    element('words').textContent = 'Layer ' + (place.layer + 1) + ', step ' + place.step + ', unit ' + place.unit
      + ': it keeps ' + Math.round(100 * kept) + ' % of its old state and takes ' + Math.round(100 - 100 * kept)
      + ' % of the candidate; its new state is ' + number(cell.state[place.unit]) + '.';
  }

  function showInput() {
    const row = element('inputs');
    row.replaceChildren();
    data.x[place.step].forEach((value, i) => {
      const scale = data.inputScale[i];
      const item = document.createElement('li');
      item.textContent = data.features[i] + ' = ' + number(value * scale[1] + scale[0])
        + (scale[1] === 1 && scale[0] === 0 ? '' : ' (scaled ' + number(value) + ')');
      row.appendChild(item);
    });
  }

  function showOutput() {
    const inUnits = (value, o) => number(value * data.outputScale[o][1] + data.outputScale[o][0]);
    const list = values => values.map((value, o) => (values.length > 1 ? data.outputs[o] + ' ' : '') + inUnits(value, o)).join(', ');
    let text = 'ŷ = ' + list(shown.output);
    if (holds.length) text += ' (untouched: ' + list(untouched.output) + ')';
    if (data.target) text += '; target ' + data.target;
    element('output').textContent = text;
  }

  function showStack() {
    document.querySelectorAll('.stack button').forEach(button => {
      const layer = Number(button.dataset.layer), step = Number(button.dataset.step);
      const here = layer === place.layer && step === place.step;
      button.setAttribute('aria-pressed', here ? 'true' : 'false');
      button.tabIndex = here ? 0 : -1;
      const h = shown.layers[layer][step].state[place.unit];
      button.textContent = h.toFixed(1).replace('-', '−');
      const strength = Math.round(Math.min(1, Math.abs(h)) * 60);
      button.style.background = h < 0 ? 'rgb(33 102 172 / ' + strength + '%)' : 'rgb(178 24 43 / ' + strength + '%)';
      button.setAttribute('aria-label', 'layer ' + (layer + 1) + ', step ' + step + ', h = ' + number(h, 2));
    });
  }

  function show(focusStack) {
    element('step').value = place.step;
    element('step-text').textContent = 'step ' + place.step + ' of 0 … ' + (data.x.length - 1);
    showInput();
    showStack();
    showCell();
    showOutput();
    if (focusStack) document.querySelector('.stack button[aria-pressed=true]').focus();
  }

  function move(steps, layers, focusStack) {
    place.step = Math.min(data.x.length - 1, Math.max(0, place.step + steps));
    place.layer = Math.min(data.layers.length - 1, Math.max(0, place.layer + layers));
    show(focusStack);
  }

  function askWhatIf() {
    const gate = element('gate').value, value = Number(element('value').value);
    const where = element('where').value;
    holds = gate === '' ? [] : [{ gate, value: Math.min(1, Math.max(0, value)), layer: where === 'all' ? null : place.layer,
      unit: where === 'unit' ? place.unit : null }];
    element('value-text').textContent = number(value, 2);
    shown = holds.length ? run(holds) : untouched;
    show(false);
  }

  element('back').addEventListener('click', () => move(-1, 0, false));
  element('next').addEventListener('click', () => move(1, 0, false));
  element('step').addEventListener('input', event => { place.step = Number(event.target.value); show(false); });
  element('unit').addEventListener('change', event => { place.unit = Number(event.target.value); askWhatIf(); });
  for (const id of ['gate', 'value', 'where']) element(id).addEventListener('input', askWhatIf);
  element('clear').addEventListener('click', () => { element('gate').value = ''; askWhatIf(); });
  const stack = document.querySelector('.stack');
  stack.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    place.layer = Number(button.dataset.layer);
    place.step = Number(button.dataset.step);
    show(true);
  });
  stack.addEventListener('keydown', event => {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
      Home: [-data.x.length, 0], End: [data.x.length, 0] };
    if (!moves[event.key]) return;
    event.preventDefault();
    move(moves[event.key][0], moves[event.key][1], true);
  });
  window.handout = { run, place, data, shown: () => shown };
  show(false);
})();
