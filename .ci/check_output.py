"""Checks what the main job wrote: the records, the database, and that both hold the same.

usage: check_output.py FOLDER    exit status 0 when all holds; the first failure ends it with 1
"""
import collections
import json
import os
import sqlite3
import sys

folder = sys.argv[1]
with open(os.path.join(folder, "facts.ndjson"), encoding="utf-8") as lines:
    records = [json.loads(line) for line in lines]
counts = collections.Counter(record["type"] for record in records)
texts = {r["article"]: {"text": r["text"], "title": r["title"]} for r in records if r["type"] == "article"}

for kind in ("article", "figure", "quote", "person", "finding"):
    assert counts[kind] > 10, f"only {counts[kind]} records of type {kind}"
for record in records:
    if record["type"] in ("figure", "quote"):
        words = texts[record["article"]][record["field"]][record["start"]:record["end"]]
        assert words == record["text"], f"{record['id']}: {words!r} stands there, not {record['text']!r}"

database = sqlite3.connect(os.path.join(folder, "facts.sqlite"))
rows = lambda table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
for kind, table in (("article", "articles"), ("figure", "figures"), ("quote", "quotes"), ("person", "people"), ("finding", "findings")):
    assert rows(table) == counts[kind], f"{table}: {rows(table)} rows for {counts[kind]} records"
print("output checked:", dict(counts))
