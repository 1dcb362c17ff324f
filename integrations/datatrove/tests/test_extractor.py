"""The extractor in a pipeline of the real datatrove: JsonlReader, AdstripExtractor, JsonlWriter."""

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("datatrove")

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from adstrip_extractor import AdstripExtractor

ROOT = Path(__file__).resolve().parents[3]
COMMAND = ["node", str(ROOT / "dist/command/adstrip.js")]


def pages():
    for path in sorted((ROOT / "fixtures").rglob("input.html")):
        yield {"id": str(path.parent.relative_to(ROOT)), "url": "https://example.org/a", "html": path.read_text()}


def run(tmp_path, records, **options):
    (tmp_path / "in").mkdir()
    with open(tmp_path / "in" / "pages.jsonl", "w") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")
    executor = LocalPipelineExecutor(
        pipeline=[
            JsonlReader(str(tmp_path / "in"), text_key="html"),
            AdstripExtractor(adstrip_command=COMMAND, **options),
            JsonlWriter(str(tmp_path / "out"), output_filename="${rank}.jsonl.gz"),
        ],
        logging_dir=str(tmp_path / "logs"),
        tasks=1,
    )
    executor.run()
    with gzip.open(tmp_path / "out" / "00000.jsonl.gz", "rt") as file:
        return [json.loads(line) for line in file]


def command_line(records):
    lines = "".join(json.dumps(record) + "\n" for record in records)
    done = subprocess.run([*COMMAND, "--input", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_gives_what_the_command_line_gives(tmp_path):
    records = list(pages())
    written = run(tmp_path, records)
    expected = [answer for answer in command_line(records) if answer["text"]]
    assert len(expected) > 100
    assert [(doc["id"], doc["text"]) for doc in written] == [(answer["id"], answer["text"]) for answer in expected]
    for doc, answer in zip(written, expected):
        facts = doc["metadata"]["adstrip"]
        assert facts["metadata"] == answer["metadata"]
        assert facts["confidence"] == answer["confidence"]


def test_passes_its_options_on_and_extracts_single_pages(tmp_path):
    page = (
        "<article><h1>News</h1><p>Words of the article.</p><p>Advertisement</p><p>More words follow here.</p></article>"
    )
    written = run(tmp_path, [{"id": "1", "html": page}], keep=["label"], keep_facts=False)
    assert "adstrip" not in written[0]["metadata"]
    assert "Advertisement" in written[0]["text"]
    assert "Advertisement" not in AdstripExtractor(adstrip_command=COMMAND).extract(page)


def test_a_command_that_is_not_there_fails_the_task(tmp_path):
    from adstrip_spark import AdstripError

    extractor = AdstripExtractor(adstrip_command=os.path.join(tmp_path, "nothing"))
    with pytest.raises(AdstripError, match="cannot run"):
        extractor.extract("<p>Hello.</p>")
