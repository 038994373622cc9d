#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens hand-outs in Debian's Chromium, headless and from a file, and compares what they compute with `trace`.

usage: check_handout.py GATESCOPE_CLI        needs chromium, chromium-driver, python3-selenium, python3-numpy
"""
import base64
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

CLI = str(pathlib.Path(sys.argv[1]).resolve())
EVIL = "<script>alert(1)</script>"
HELD = "handout.run([{gate: 'z', value: 0.25, layer: null, unit: null}])"


def cli(*words):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def make_table(path):
    """Two features, one of them with a name that wants to be a script, and a target that needs memory."""
    random.seed(7)
    rows = [(random.random(), random.random()) for _ in range(220)]
    with open(path, "w") as file:
        file.write(f'"{EVIL}",b,target\n')
        for i, (a, b) in enumerate(rows):
            file.write(f"{a:.6f},{b:.6f},{rows[i - 3][0] + b if i >= 3 else 0:.6f}\n")


def browser():
    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.emulateNetworkConditions",
                           {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
    return driver


def gate(run, layer, letter):
    """(T × H) of a run that the page computed."""
    return numpy.array([next(stage["result"] for stage in cell["stages"] if stage["form"]["letter"] == letter)
                        for cell in run["layers"][layer]])


def check_numbers(driver, trace):
    run = driver.execute_script("return handout.run([])")
    worst = numpy.abs(numpy.array(run["output"]) - trace["y"]).max()
    for layer in range(len(run["layers"])):
        for letter, name in (("r", "r"), ("z", "z"), ("n", "n"), ("h'", "h")):
            worst = max(worst, numpy.abs(gate(run, layer, letter) - trace[f"{name}.{layer}"]).max())
    assert worst <= 1e-6, worst
    return worst


def check_holding(driver):
    held = driver.execute_script("return " + HELD)
    assert (gate(held, 0, "z") == 0.25).all()
    free = driver.execute_script("return handout.run([])")
    assert held["output"] != free["output"]
    Select(driver.find_element(By.ID, "gate")).select_by_value("z")
    slider = driver.find_element(By.ID, "value")
    slider.send_keys(Keys.HOME)
    assert "untouched" in driver.find_element(By.ID, "output").text
    shown = driver.execute_script("return handout.shown()")
    assert (gate(shown, 0, "z") == 0).all()
    driver.find_element(By.ID, "clear").click()
    assert "untouched" not in driver.find_element(By.ID, "output").text


def check_stepping(driver, steps):
    place = "return [handout.place.layer, handout.place.step]"
    assert driver.execute_script(place)[1] == steps - 1
    driver.find_element(By.ID, "back").click()
    assert driver.execute_script(place)[1] == steps - 2
    before = driver.find_element(By.ID, "cell").text
    driver.find_element(By.CSS_SELECTOR, ".stack button[aria-pressed=true]").click()
    for key, wanted in ((Keys.HOME, 0), (Keys.ARROW_RIGHT, 1), (Keys.END, steps - 1), (Keys.ARROW_LEFT, steps - 2)):
        driver.switch_to.active_element.send_keys(key)
        assert driver.execute_script(place)[1] == wanted, key
    assert driver.find_element(By.ID, "cell").text == before
    driver.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert driver.execute_script(place)[0] == 1
    assert f"step {steps - 2}" in driver.find_element(By.ID, "words").text


def check_safety(driver):
    requests = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    urls = {r["params"]["request"]["url"] for r in requests if r["method"] == "Network.requestWillBeSent"}
    outside = {url for url in urls if not url.startswith(("file:", "data:", "chrome:", "about:"))}
    assert not outside, outside
    errors = [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
    assert not errors, errors
    assert driver.execute_script("return document.querySelectorAll('script').length") == 2
    assert EVIL in driver.find_element(By.ID, "inputs").text


def check_names(driver):
    """Every control has a name that a screen reader speaks."""
    tree = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    controls = [node for node in tree if node.get("role", {}).get("value") in ("button", "combobox", "slider", "listbox")]
    assert len(controls) > 10
    nameless = [node for node in controls if not node.get("name", {}).get("value")]
    assert not nameless, nameless[:3]


def check_phone(driver):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True})
    width = driver.execute_script("return document.documentElement.scrollWidth")
    assert width <= 360, width
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def check_print(driver):
    pdf = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    pages = pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type/Page/")
    assert pages >= 3, pages  # the network, the worksheet, the answers


def check_report(driver, folder, table):
    model, report = folder / "reset-after.safetensors", folder / "report.html"
    cli("report", model, table, "--out", report)
    driver.get(report.as_uri())
    assert EVIL in driver.find_element(By.TAG_NAME, "main").text
    assert driver.execute_script("return document.querySelectorAll('script').length") == 0
    assert driver.execute_script("return document.querySelectorAll('svg').length") >= 1
    check_phone(driver)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        table = folder / "table.csv"
        make_table(table)
        driver = browser()
        try:
            for formulation in ("reset-after", "reset-before"):
                model, page, trace = (folder / f"{formulation}{end}" for end in (".safetensors", ".html", ".npz"))
                cli("train", table, "--target", "target", "--features", f'"{EVIL}",b', "--window", 12, "--layers", 2,
                    "--hidden", 8, "--epochs", 3, "--lr", 0.01, "--formulation", formulation, "--out", model)
                cli("export", model, table, "--format", "html", "--sequence", 5, "--lesson", "what-a-gate-is", "--out", page)
                cli("trace", model, table, "--sequence", 5, "--out", trace)
                driver.get(page.as_uri())
                worst = check_numbers(driver, numpy.load(trace))
                check_holding(driver)
                check_stepping(driver, 12)
                check_safety(driver)
                check_names(driver)
                check_phone(driver)
                check_print(driver)
                print(f"{formulation}: largest difference to trace {worst:.1e}, page of {page.stat().st_size} bytes")
            check_report(driver, folder, table)
        finally:
            driver.quit()
    print("hand-out and report: all checks passed")


main()
