"""Checks the report of 'bn-oracle conform onnxruntime --json': python3 onnxruntime_report.py REPORT

ONNX Runtime computes y = s x + (beta - mean s), and puts NaN into the running statistics for an empty batch. The gate
says so; anything else that is wrong or fails is news.
"""
import json
import sys

with open(sys.argv[1]) as file:
    report = json.load(file)
counts = report["counts"]
assert counts["graded"] > 300, counts
assert counts["crashed"] == counts["timed_out"] == counts["malformed"] == 0, counts
for cell in report["cells"]:
    if cell["family"] == "well-scaled":
        assert cell["grade"] != "wrong", cell
    if cell["grade"] == "unstable":
        assert cell["unstable"] == "rearranged", cell
first = report["diagnosis"][0]
assert first["fault"] == "rearranged and empty-batch-in-state", report["diagnosis"]
print(f"onnxruntime: {counts['graded']} graded; looks like {first['fault']}, which explains {first['explains']} of {first['of']}")
