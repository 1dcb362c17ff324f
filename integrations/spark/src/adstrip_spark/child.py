"""A child process that answers every line with one line, in order: kept alive, and replaced when it dies or hangs.

Nothing here knows Spark; the standard library is all that it needs. It waits with `select`, so it is for POSIX systems.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Deque, Iterable, Iterator, List, Optional, Sequence

__all__ = ["AdstripError", "Limits", "answers"]

#: Bytes read or written at once, and those that a pipe is asked to hold: with 64 KiB, what Linux gives, the child would
#: wait for us within nearly every page.
CHUNK = 1 << 20
#: fcntl's F_SETPIPE_SZ on Linux; Python names it only since 3.10.
SET_PIPE_SIZE = 1031
#: Bytes of a request. The command refuses lines of 256 MiB, and names them no more by their id.
LONGEST_REQUEST = 128 << 20
#: Bytes of the child's standard error that are kept for messages.
LONGEST_COMPLAINT = 4000
#: What a child has to answer before it is trusted with work. So the time that it takes to start is no record's time, and
#: one that cannot start is told from one that a record kills.
PROBE = b'{"id":"probe","html":"<p>Are you there?</p>"}'
#: Seconds that starting may take, on a machine with much else to do.
START_PATIENCE = 120.0
#: Starts that may fail one after the other before the task does.
MOST_STARTS = 5
#: Exit statuses by which the command says that another try would end the same way: wrong usage, unreadable files.
HOPELESS = (2, 3)
#: Seconds beyond the command's own timeout until it is not believed to come to its senses.
GRACE = 5.0
#: Seconds that a child without work may take to end by itself.
FAREWELL = 5.0


class AdstripError(RuntimeError):
    """The command cannot be run at all, or does not keep to its protocol. A bad record is never the cause."""


@dataclass(frozen=True)
class Limits:
    """How much is under way, and how long and how often a record is tried."""

    #: Records that the child may hold at once.
    in_flight: int = 64
    #: Bytes of them; a larger one goes alone.
    in_flight_bytes: int = 16 << 20
    #: Seconds that one record may take; None for ever.
    timeout: Optional[float] = 60.0
    #: Deaths of the child with only this record at hand until the record gets an error.
    attempts: int = 2

    def __post_init__(self) -> None:
        if self.in_flight < 1 or self.in_flight_bytes < 1 or self.attempts < 1:
            raise ValueError("in_flight, in_flight_bytes and attempts must be at least 1")
        if self.timeout is not None and self.timeout <= 0:
            raise ValueError("timeout must be above 0, or None")


class _Died(Exception):
    """The child has gone; every answer that it gave has been read."""


class _Silent(Exception):
    """The child did not answer in time."""


class _Child:
    """One process and its pipes. Nothing blocks but `read_line`, and that not for longer than it is told."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                # A group of its own: what a wrapper has started ends with it.
                start_new_session=True,
            )
        except OSError as error:
            raise AdstripError(f"cannot run {command[0]}: {error.strerror or error}") from error
        process = self._process
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None
        self._stdin, self._stdout, self._stderr = process.stdin, process.stdout, process.stderr
        self._selector = selectors.DefaultSelector()
        for pipe in (self._stdin, self._stdout, self._stderr):
            os.set_blocking(pipe.fileno(), False)
        for pipe in (self._stdin, self._stdout):
            _widen(pipe.fileno())
        self._selector.register(self._stdout, selectors.EVENT_READ)
        self._selector.register(self._stderr, selectors.EVENT_READ)
        self._outgoing: Deque[memoryview] = deque()
        self._writing = False
        self._lines: Deque[bytes] = deque()
        self._partial: List[bytes] = []
        self._complaint = b""
        self._at_end = False

    def send(self, line: bytes) -> None:
        """Puts a line into the queue; it goes out while answers are waited for."""
        self._outgoing.append(memoryview(line + b"\n"))
        if not self._writing:
            self._selector.register(self._stdin, selectors.EVENT_WRITE)
            self._writing = True

    def read_line(self, patience: Optional[float]) -> bytes:
        """The next line. Writes what is to be written meanwhile, so that two full pipes never wait for each other."""
        deadline = None if patience is None else time.monotonic() + patience
        while not self._lines:
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                raise _Silent()
            for key, _ in self._selector.select(left):
                if key.fileobj is self._stdin:
                    self._write()
                elif key.fileobj is self._stderr:
                    self._listen()
                else:
                    self._read()
        return self._lines.popleft()

    def _write(self) -> None:
        try:
            first = self._outgoing[0]
            written = os.write(self._stdin.fileno(), first[:CHUNK])
        except BlockingIOError:
            return
        except OSError:
            # It reads no more; what it still had to say comes first, and then the end of its output.
            self._outgoing.clear()
        else:
            if written < len(first):
                self._outgoing[0] = first[written:]
            else:
                self._outgoing.popleft()
        if not self._outgoing:
            self._selector.unregister(self._stdin)
            self._writing = False

    def _read(self) -> None:
        try:
            chunk = os.read(self._stdout.fileno(), CHUNK)
        except BlockingIOError:
            return
        if chunk == b"":
            self._at_end = True
            raise _Died()
        first, *others = chunk.split(b"\n")
        self._partial.append(first)
        for piece in others:
            self._lines.append(b"".join(self._partial))
            self._partial = [piece]

    def _listen(self) -> None:
        try:
            chunk = os.read(self._stderr.fileno(), CHUNK)
        except BlockingIOError:
            return
        if chunk == b"":
            self._selector.unregister(self._stderr)
        self._complaint = (self._complaint + chunk)[-LONGEST_COMPLAINT:]

    def kill(self) -> str:
        """Ends it, if it has not ended already, and says how it did: a phrase that goes on from "the child"."""
        # One that has closed its output ends by itself: its own status says more than that of our signal.
        status = self._wait(1.0) if self._at_end else self._process.poll()
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        self._process.wait()
        self._complaint = (self._complaint + _rest_of(self._stderr.fileno()))[-LONGEST_COMPLAINT:]
        self._close()
        return _ending(status, self._complaint)

    def farewell(self) -> None:
        """Lets it end by itself, now that nothing more will come."""
        self._stdin.close()
        self._wait(FAREWELL)
        self.kill()

    @property
    def status(self) -> Optional[int]:
        """The exit status; below zero the signal that ended it."""
        return self._process.returncode

    def _wait(self, patience: float) -> Optional[int]:
        try:
            return self._process.wait(patience)
        except subprocess.TimeoutExpired:
            return None

    def _close(self) -> None:
        self._selector.close()
        for pipe in (self._stdin, self._stdout, self._stderr):
            pipe.close()


@dataclass
class _Pending:
    """A request without an answer."""

    number: int
    request: bytes
    #: Deaths of a child that had nothing else to do.
    deaths: int = 0


@dataclass
class _State:
    """What is under way: `pending` in order, the first `sent` of them with the child."""

    pending: Deque[_Pending] = field(default_factory=deque)
    size: int = 0
    sent: int = 0
    #: How many at the head were with a child when it died, and so are sent one by one: a child answers several records
    #: together, so that nobody knows which of them it was.
    suspects: int = 0

    def add(self, one: _Pending) -> None:
        self.pending.append(one)
        self.size += len(one.request)

    def take(self) -> _Pending:
        one = self.pending.popleft()
        self.size -= len(one.request)
        self.sent = max(0, self.sent - 1)
        self.suspects = max(0, self.suspects - 1)
        return one

    def lost(self) -> None:
        self.suspects = max(self.suspects, self.sent)
        self.sent = 0


def answers(command: Sequence[str], records: Iterable[dict], limits: Limits) -> Iterator[dict]:
    """The answer of the command to each record, in order.

    :param command: reads a JSON object from each line of its standard input, and answers it with one that has the same `id`
    :param records: `html` or `text`, and `url`; their `id` is set here. Read no further than `limits` allow
    :return: what the command says of each record, with `id` the record's number from 0; `{"id", "error"}` for one that
        cannot be had
    :raise AdstripError: where the command cannot start, or its answers are not to our questions
    """
    state = _State()
    source = enumerate(records)
    ended = False
    child: Optional[_Child] = None
    try:
        while True:
            while not ended and _has_room(state, limits):
                number, record = next(source, (-1, None))
                if record is None:
                    ended = True
                else:
                    state.add(_Pending(number, _request(number, record)))
            if not state.pending:
                break
            head = state.pending[0]
            if len(head.request) > LONGEST_REQUEST:
                state.take()
                yield _failed(head.number, f"longer than {LONGEST_REQUEST >> 20} MiB")
                continue
            if child is None:
                child = _start(command)
            _send(child, state)
            alone = state.sent == 1
            try:
                line = child.read_line(_patience(limits, alone))
            except _Died:
                ending, child = child.kill(), None
                if alone:
                    head.deaths += 1
                state.lost()
                if head.deaths >= limits.attempts:
                    state.take()
                    yield _failed(head.number, f"the child {ending}")
            except _Silent:
                child.kill()
                child = None
                state.lost()
                if alone:
                    state.take()
                    yield _failed(head.number, f"took longer than {limits.timeout:g} s")
            else:
                state.take()
                yield _answer(line, head.number)
        if child is not None:
            child.farewell()
            child = None
    finally:
        if child is not None:
            child.kill()


def _has_room(state: _State, limits: Limits) -> bool:
    return not state.pending or (len(state.pending) < limits.in_flight and state.size < limits.in_flight_bytes)


def _send(child: _Child, state: _State) -> None:
    """Hands over what the child may have: the next suspect alone, or all."""
    most = 1 if state.suspects > 0 else len(state.pending)
    while state.sent < most:
        one = state.pending[state.sent]
        if len(one.request) > LONGEST_REQUEST:
            break  # its turn comes at the head
        child.send(one.request)
        state.sent += 1


def _patience(limits: Limits, alone: bool) -> Optional[float]:
    """Seconds without an answer after which the child is not believed in any more.

    Of a group with a record that takes too long, the command waits for the whole, then for each by itself: twice the time
    of one and what the others take. Where it takes longer, its records are sent again one by one, and nothing is lost.
    """
    if limits.timeout is None:
        return None
    return (limits.timeout if alone else 3 * limits.timeout) + GRACE


def _start(command: Sequence[str]) -> _Child:
    ending = ""
    for _ in range(MOST_STARTS):
        child = _Child(command)
        child.send(PROBE)
        try:
            line = child.read_line(START_PATIENCE)
        except _Silent:
            child.kill()
            ending = f"did not answer within {START_PATIENCE:g} s"
        except _Died:
            ending = child.kill()
            if child.status in HOPELESS:
                break
        else:
            try:
                _answer(line, "probe")
            except AdstripError:
                child.kill()
                raise
            return child
    raise AdstripError(f"{' '.join(command)}: the child {ending}")


def _request(number: int, record: dict) -> bytes:
    asked = {"id": number, **record}
    try:
        return json.dumps(asked, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return json.dumps(asked, separators=(",", ":")).encode()


def _answer(line: bytes, number: object) -> dict:
    try:
        answer = json.loads(line)
    except ValueError as error:
        raise AdstripError(f"the child's answer is not JSON: {line[:200]!r}") from error
    if not isinstance(answer, dict) or answer.get("id") != number:
        raise AdstripError(f"the child does not answer record {number} but says {line[:200]!r}")
    # What JavaScript has cut between the halves of a character cannot be stored as UTF-8.
    return _whole(answer) if b"\\ud" in line else answer


def _whole(value):
    """The same with U+FFFD for every half of a surrogate pair."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items()}
    return value


def _failed(number: int, error: str) -> dict:
    return {"id": number, "error": error}


def _ending(status: Optional[int], complaint: bytes) -> str:
    if status is None:
        return "was ended"
    how = f"ended with status {status}"
    if status < 0:
        try:
            how = f"was ended by {signal.Signals(-status).name}"
        except ValueError:
            how = f"was ended by signal {-status}"
    said = complaint.decode("utf-8", "replace").strip()
    return f"{how}: {said}" if said else how


def _rest_of(pipe: int) -> bytes:
    """What lies in a pipe that nobody writes to any more."""
    rest = b""
    try:
        while chunk := os.read(pipe, CHUNK):
            rest = (rest + chunk)[-LONGEST_COMPLAINT:]
    except OSError:
        pass
    return rest


def _widen(pipe: int) -> None:
    try:
        import fcntl

        fcntl.fcntl(pipe, SET_PIPE_SIZE, CHUNK)
    except (ImportError, OSError):
        pass  # no Linux, or too many wide pipes already
