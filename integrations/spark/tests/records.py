"""Records of skewed sizes, some of them bad, made of the fixtures: the same ones for the same count."""

import json
import random
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COMMAND = ["node", str(ROOT / "dist/command/adstrip.js")]


def inputs(kind):
    return [path.read_text(errors="replace") for path in sorted((ROOT / "fixtures").rglob(f"input.{kind}"))]


def records(count):
    """`count` rows of (id, url, html, text): most are short, one in 250 has 300 kB, one in 5,000 some MB."""
    chance = random.Random(count)
    pages, texts = inputs("html"), inputs("txt")
    assert len(pages) > 100 and len(texts) > 50
    for number in range(count):
        url = f"https://site-{number % 97}.example/{number}" if number % 5 else None
        page = chance.choice(pages)
        kind = number % 500
        if number % 5000 == 4999:
            html, text = filled(chance, pages, 3_000_000), None
        elif number % 250 == 249:
            html, text = filled(chance, pages, 300_000), None
        elif kind == 1:
            html, text = None, None
        elif kind == 2:
            html, text = "", None
        elif kind == 3:
            html, text = "\x00\ufffd<" * 2000 + page[: len(page) // 2], None
        elif kind == 4:
            html, text = "<div>" * 3000 + page, None
        elif number % 5 == 0:
            html, text = chance.choice([None, ""]), chance.choice(texts)
        else:
            html, text = f"{page}<p>Record {number} \N{GRINNING FACE} says so.</p>", None
        yield number, url, html, text


def filled(chance, pages, length):
    parts, size = [], 0
    while size < length:
        parts.append(chance.choice(pages))
        size += len(parts[-1])
    return "\n".join(parts)


def by_command_line(rows, *options):
    """What the command itself makes of the rows: answers by id."""
    lines = []
    for number, url, html, text in rows:
        record = {"id": number, "url": url, "html": html, "text": text}
        lines.append(json.dumps({name: value for name, value in record.items() if value is not None}))
    done = subprocess.run(
        [*COMMAND, "--input", "jsonl", "-j", "2", *options, "-"],
        input="\n".join(lines).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode in (0, 1)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return {answer["id"]: answer for answer in answers}


def without_nulls(value):
    """A row as JSON would have it: fields that are null are not there."""
    if hasattr(value, "asDict"):
        value = value.asDict()
    if isinstance(value, dict):
        return {name: without_nulls(member) for name, member in value.items() if member is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value
