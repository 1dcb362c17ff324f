"""Stands between the tests and the command, and breaks down where a record says so.

    python faulty.py COMMAND… : passes each line on and its answer back, but for
    DIE      kills itself, with the answer not given
    STOP     never answers again
    BABBLE   answers another record
A record that dies once only is DIE-ONCE:FILE: it makes FILE and lives when it finds it there.
"""

import os
import re
import signal
import subprocess
import sys
import time

child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for line in sys.stdin.buffer:
    once = re.search(rb"DIE-ONCE:([\w/.-]+)", line)
    if once is not None and not os.path.exists(once[1]):
        open(once[1], "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    if b"DIE!" in line:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"STOP!" in line:
        time.sleep(3600)
    if b"BABBLE!" in line:
        sys.stdout.buffer.write(b'{"id":"another"}\n')
        sys.stdout.buffer.flush()
        continue
    child.stdin.write(line)
    child.stdin.flush()
    sys.stdout.buffer.write(child.stdout.readline())
    sys.stdout.buffer.flush()
