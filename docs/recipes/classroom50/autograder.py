"""Classroom 50 runs this in the student's checkout; it writes result.json there."""

import os
import subprocess
import sys
from pathlib import Path

# Where the kit is, after npm ci.
KIT = Path(os.environ.get("KIT", "/opt/forward-pass-workbook"))


def main() -> int:
    checkout = Path.cwd()
    command = ["npm", "--prefix", str(KIT), "run", "--silent", "grade", "--"]
    command += ["--chapter", "3.3"]
    command += ["--submission", str(checkout), "--reporter", "classroom50", "--output", str(checkout / "result.json")]
    # 0 when grading ran, whatever the mark; Classroom 50 takes anything else for a fault of its own.
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
