"""What Python and Arrow cost beside the child, in processor time: the figures of docs/SCALE.md.

    python cost.py PAGES.jsonl [ROUNDS]     a {"url", "html"} a line

Runs what a task of Spark's runs, without Spark.
"""

import json
import os
import sys
from pathlib import Path

import pyarrow

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "src"), str(Path(__file__).resolve().parent)]
from records import COMMAND

from adstrip_spark import Limits, Options, command_line
from adstrip_spark.frames import _cleaned, _Plan

rows = [json.loads(line) for line in open(sys.argv[1])]
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
batch = pyarrow.RecordBatch.from_pylist([{"url": row.get("url"), "html": row["html"]} for row in rows])
limits = Limits()
plan = _Plan("html", None, "url", "adstrip", ("html",), None, Options(), limits)
before = os.times()
done = sum(out.num_rows for out in _cleaned(iter([batch] * rounds), plan, command_line(COMMAND, Options(), limits.timeout)))
after = os.times()
own = after.user + after.system - before.user - before.system
child = after.children_user + after.children_system - before.children_user - before.children_system
print(f"{done} pages: Python and Arrow {own / done * 1000:.2f} ms/page, the child {child / done * 1000:.2f} ms/page")
