"""The child by itself: no Spark."""

import sys
from pathlib import Path

import pytest
from records import COMMAND, by_command_line, records

from adstrip_spark import AdstripError, Limits, Options, answers, command_line
from adstrip_spark import child as child_module

FAULTY = [sys.executable, str(Path(__file__).with_name("faulty.py")), *COMMAND]


def page(words):
    return {"html": f"<article><p>{words}</p></article>"}


def run(pages, base=COMMAND, options=Options(), **limits):
    made = Limits(**limits)
    return list(answers(command_line(base, options, made.timeout), pages, made))


def test_answers_every_record_in_order_as_the_command_line_does():
    rows = list(records(600))
    expected = by_command_line(rows)
    asked = [
        {name: value for name, value in (("url", url), ("html", html), ("text", text)) if value is not None}
        for _, url, html, text in rows
    ]
    got = run(asked)
    assert [answer["id"] for answer in got] == list(range(600))
    for (number, *_), answer in zip(rows, got):
        assert answer == expected[number]
    assert sum("error" in answer for answer in got) == 2


def test_reads_no_further_ahead_than_it_may():
    read = 0

    def source():
        nonlocal read
        for number in range(200):
            read += 1
            yield page(f"Page {number}.")

    ahead = []
    limits = Limits(in_flight=7)
    for number, _ in enumerate(answers(command_line(COMMAND, Options(), None), source(), limits)):
        ahead.append(read - number)
    assert max(ahead) <= 7
    large = [page("word " * 100_000) for _ in range(4)]
    assert len(run(large, in_flight_bytes=1)) == 4


def test_full_pipes_do_not_stop_it():
    # Each way holds more than any pipe does, and the answers are longer than the questions.
    pages = [{"text": ("(adsbygoogle = window.adsbygoogle || []).push({});\n" * 3000)} for _ in range(60)]
    got = run(pages, in_flight=60, in_flight_bytes=1 << 30)
    assert all("error" not in answer for answer in got)


def test_one_who_takes_nothing_and_is_closed_leaves_no_process():
    stream = answers(command_line(COMMAND, Options(), None), (page("Hello.") for _ in range(1000)), Limits())
    next(stream)
    process = stream.gi_frame.f_locals["child"]._process
    stream.close()
    assert process.poll() is not None


def test_a_record_that_kills_the_child_gets_an_error_and_the_others_go_on():
    pages = [page(f"Page {n}{' DIE!' if n in (0, 40, 41, 99) else ''}.") for n in range(100)]
    got = run(pages, FAULTY)
    assert [answer["id"] for answer in got] == list(range(100))
    assert [answer["id"] for answer in got if "error" in answer] == [0, 40, 41, 99]
    assert "SIGKILL" in got[40]["error"]
    assert got[42]["text"] == "Page 42."


def test_a_record_on_which_the_child_died_by_chance_is_tried_again(tmp_path):
    pages = [page(f"Page {n} DIE-ONCE:{tmp_path / str(n)}") for n in range(5)]
    assert [answer.get("error") for answer in run(pages, FAULTY, attempts=3)] == [None] * 5


def test_a_child_that_hangs_is_replaced(monkeypatch):
    monkeypatch.setattr(child_module, "GRACE", 1.0)
    pages = [page(f"Page {n}{' STOP!' if n == 3 else ''}.") for n in range(8)]
    got = run(pages, FAULTY, timeout=2.0)
    assert [answer["id"] for answer in got if "error" in answer] == [3]
    assert got[3]["error"] == "took longer than 2 s"


def test_the_commands_own_timeout_answers_first():
    slow = {"html": "<p>word <b>word</b> " * 700_000}
    got = run([page("One."), slow, page("Two.")], timeout=0.5)
    assert "took longer than 500 ms" in got[1]["error"]
    assert [got[0]["text"], got[2]["text"]] == ["One.", "Two."]


def test_answers_to_other_questions_are_never_taken():
    with pytest.raises(AdstripError, match="does not answer record 2"):
        run([page("One."), page("Two."), page("BABBLE!")], FAULTY)


@pytest.mark.parametrize(
    ("base", "patience", "why"),
    [
        (["no-such-program"], 60.0, "cannot run no-such-program"),
        (["false"], 60.0, "ended with status 1"),
        ([*COMMAND, "--bogus"], 60.0, "ended with status 2: adstrip: Unknown option '--bogus'"),
        (["sh", "-c", "echo no licence >&2; exit 9"], 60.0, "ended with status 9: no licence"),
        (["sh", "-c", "sleep 100"], 0.5, "did not answer within 0.5 s"),
    ],
)
def test_a_command_that_cannot_work_fails_the_task_and_not_each_record(base, patience, why, monkeypatch):
    monkeypatch.setattr(child_module, "START_PATIENCE", patience)
    monkeypatch.setattr(child_module, "MOST_STARTS", 2)
    with pytest.raises(AdstripError, match=f"child {why}|^{why}"):
        run([page("One.")], base)


def test_a_filter_list_that_is_not_there_fails_the_task():
    with pytest.raises(AdstripError):
        run([page("One.")], options=Options(filters=("no-such-list.txt",)))


def test_options_reach_the_command():
    text = "One.\n\n(adsbygoogle = window.adsbygoogle || []).push({});\n\nAdvertisement\n\nTwo."
    everything = run([{"text": text}])[0]
    assert {removal["category"] for removal in everything["removed"]} == {"ad", "label"}
    kept = run([{"text": text}], options=Options(keep=("label",)))[0]
    assert [removal["category"] for removal in kept["removed"]] == ["ad"]
    some = run([{"text": text}], options=Options(remove=("label",)))[0]
    assert [removal["category"] for removal in some["removed"]] == ["label"]
    stripped = run([{"text": text}], options=Options(mode="strip"))[0]
    assert "adsbygoogle" not in stripped["output"] and "text" not in stripped
    short = run([{"text": text}], options=Options(max_length=4))[0]
    assert (short["text"], short["truncated"]) == ("One.", True)


def test_half_a_character_is_no_stumbling_block():
    got = run([{"text": "One \ud800 two"}, {"text": "One \N{GRINNING FACE}"}], options=Options(max_length=5))
    for answer in got:
        answer["text"].encode()  # Arrow could not store it otherwise
    assert got[1]["text"] == "One \ufffd"


def test_a_record_beyond_all_measure_gets_an_error(monkeypatch):
    monkeypatch.setattr(child_module, "LONGEST_REQUEST", 1 << 20)
    got = run([page("One."), page("x" * (1 << 20)), page("Two.")])
    assert [answer.get("error") for answer in got] == [None, "longer than 1 MiB", None]


def test_wrong_options_are_refused_before_anything_runs():
    for wrong in ({"mode": "tidy"}, {"remove": ("advert",)}, {"keep": ("x",)}, {"max_length": 0}):
        with pytest.raises(ValueError):
            Options(**wrong)
    for wrong in ({"in_flight": 0}, {"attempts": 0}, {"timeout": 0}, {"in_flight_bytes": 0}):
        with pytest.raises(ValueError):
            Limits(**wrong)
