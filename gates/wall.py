"""The wall clock of one process, set forward and back at will: a small library stands between it and the system."""

from __future__ import annotations

import mmap
import struct
import subprocess
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

# Only the wall is shifted; the seconds by which a process waits go on as they are, as when somebody sets the clock.
_SOURCE: Final = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>

static volatile long long *shift;

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("GATE_WALL");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *seen = file < 0 ? MAP_FAILED : mmap(0, sizeof *shift, PROT_READ, MAP_SHARED, file, 0);
    shift = seen == MAP_FAILED ? 0 : seen;
}

int clock_gettime(clockid_t which, struct timespec *told)
{
    static int (*real)(clockid_t, struct timespec *);
    if (!real)
        real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int answer = real(which, told);
    if (!answer && shift && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE))
        told->tv_sec += *shift;
    return answer;
}

int gettimeofday(struct timeval *told, void *zone)
{
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    told->tv_sec = now.tv_sec;
    told->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *told)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (told)
        *told = now.tv_sec;
    return now.tv_sec;
}
"""
COMPILER: Final = "cc"


@dataclass(slots=True)
class Wall:
    """`environ` makes a process live by it."""

    environ: dict[str, str]
    _shift: mmap.mmap

    @classmethod
    def made(cls, folder: Path) -> Wall:
        """Raises CalledProcessError without a working compiler."""
        source, library, shift = folder / "wall.c", folder / "wall.so", folder / "wall"
        source.write_text(_SOURCE)
        subprocess.run(
            [COMPILER, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"], check=True
        )
        shift.write_bytes(struct.pack("q", 0))
        with shift.open("r+b") as file:
            return cls({"LD_PRELOAD": str(library), "GATE_WALL": str(shift)}, mmap.mmap(file.fileno(), 8))

    def now(self) -> float:
        """Seconds since 1970, as the process sees them."""
        return time.time() + float(struct.unpack("q", self._shift[:8])[0])

    def set(self, moment: datetime) -> None:
        """Let it be this aware moment now."""
        self._shift[:8] = struct.pack("q", round(moment.timestamp() - time.time()))

    def jump(self, by: timedelta) -> None:
        """Set it forward, or back."""
        before = int(struct.unpack("q", self._shift[:8])[0])
        self._shift[:8] = struct.pack("q", before + int(by.total_seconds()))
