"""Puts the comparator of golden-vectors/README.md to every published value: python3 comparator.py README FOLDER"""
import json
import math
import pathlib
import re
import sys

readme, folder = sys.argv[1:]
exec(re.search(r"```python\n(def agrees.*?)```", pathlib.Path(readme).read_text(), re.S).group(1))

known = special = unknown = 0
for path in sorted(pathlib.Path(folder).glob("*/*.json")):
    for case in json.loads(path.read_text()).get("cases", []):
        for name, output in case["outputs"].items():
            for i, golden in enumerate(output.get("data", [])):
                bound, accept = output["bound"][i], output.get("accept", {}).get(str(i))
                place = f"{case['id']} {name}[{i}]"
                value = float(golden)
                assert agrees(value, golden, bound, accept) in (True, None), place
                if bound is None:
                    special += 1
                    assert all(agrees(float(other), golden, bound, accept) for other in accept or []), place
                    assert not agrees(1.25, golden, bound, accept), place
                elif bound == "Infinity":
                    unknown += 1
                else:
                    known += 1
                    assert not agrees(math.nan, golden, bound, accept), place
                    for sign in (-1, 1):
                        assert agrees(value + sign * bound / 2, golden, bound, accept), place
                        off = value + sign * (2 * bound + math.ulp(value))
                        assert not agrees(off, golden, bound, accept), place
print(f"{known} values with a bound, {special} special, {unknown} of which nothing is known")
