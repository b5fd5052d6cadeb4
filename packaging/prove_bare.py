#!/usr/bin/env python3
"""Proves that README's two commands are enough: runs them in a fresh minimal Debian with Python, git and nothing else.

Needs root and debootstrap. The committed HEAD is cloned into the new root, so what is not committed is not proved.
With `--begin` the window is opened there and the tests are set up and begun, which takes three minutes and not forty;
where no root can be made it ends with 3.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SUITE = "bookworm"
# Untwin itself needs the first; a person needs git to get the checkout, and certificates for any download.
GIVEN = ("python3", "git", "ca-certificates")
HOME_INSIDE = "/home/someone/untwin"
# How this machine reaches the network; folders with packages that lie on the host are not there inside.
PASSED_ON = re.compile(
    r"^((https?|ftp|all|no)_proxy|pip_(?!find_links|extra_index_url).*|.*ssl_cert.*|.*ca_bundle)$", re.IGNORECASE
)
ROOTS = Path("/var/tmp/untwin-bare")  # noqa: S108 - only root works in it, and /tmp may be too small
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
DISPLAY = ":77"
DESKTOP = "apt-get install -qq --yes --no-install-recommends xvfb xdotool blackbox wmctrl >/dev/null"


Seen = tuple[str, str, float]


class UnprovedError(Exception):
    """One expectation did not hold; the sentence says which."""


@dataclass
class Proof:
    """What was run and seen, for the summary."""

    root: Path
    seen: list[Seen] = field(default_factory=list)

    def shell(self, what: str, line: str, *, expect: int = 0, variables: Mapping[str, str] | None = None) -> str:
        """Runs one line inside the root as a newcomer would type it, without anybody at the keyboard."""
        print(f"\n== {what}: {line if len(line) < 200 else '(a short script)'}", flush=True)
        start = time.monotonic()
        done = subprocess.run(
            inside(self.root, line, variables or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        took = time.monotonic() - start
        print(done.stdout, end="", flush=True)
        self.seen.append((what, f"exit {done.returncode}", took))
        if done.returncode != expect:
            raise UnprovedError(f"{what}: exit {done.returncode} instead of {expect}")
        return done.stdout

    def holds(self, what: str, *, good: bool) -> None:
        """Notes one more thing that was looked at."""
        self.seen.append((what, "yes" if good else "NO", 0.0))
        if not good:
            raise UnprovedError(f"{what}: no")


def readme_commands(text: str) -> list[str]:
    """The bootstrap commands of README's shell blocks, exactly as written there."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if "packaging/bootstrap.py" in line]


def environment(host: Mapping[str, str]) -> dict[str, str]:
    """What a shell in the new root knows: how this network is reached, and nothing else of the host."""
    passed = {name: value for name, value in host.items() if PASSED_ON.match(name)}
    return {**passed, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", "TERM": "dumb"}


def inside(root: Path, line: str, variables: Mapping[str, str]) -> list[str]:
    """The command that runs a shell line in the clone inside the root.

    Mounts and processes live in namespaces of their own: when the line ends, or this script is killed, both are gone,
    and the host never had the root's mounts.
    """
    pairs = [f"{name}={value}" for name, value in {**environment(os.environ), **variables}.items()]
    # The shell stays the first process and reaps what the line leaves behind.
    script = f"cd {HOME_INSIDE} || exit; {line}\nexit $?"
    mounts = f"mount --rbind /dev '{root}/dev' && mount --rbind /sys '{root}/sys' && mount -t proc proc '{root}/proc'"
    own = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"]
    change = ["sh", "-c", f'{mounts} && exec "$@"', "sh", "chroot", str(root)]
    return [*own, *change, "env", "-i", *pairs, "sh", "-c", script]


def base(folder: Path, suite: str) -> Path:
    """The minimal root, made once and kept; only copies of it are worked in."""
    made = folder / f"base-{suite}"
    if not made.exists():
        draft = folder / "base.new"
        shutil.rmtree(draft, ignore_errors=True)
        print(f"Making a minimal {suite} with {', '.join(GIVEN)} ...", flush=True)
        include = f"--include={','.join(GIVEN)}"
        run(["debootstrap", "--variant=minbase", include, suite, draft])
        draft.rename(made)
    return made


def prepare(base_root: Path, root: Path) -> None:
    """A copy of the base that reaches the network as the host does and holds a clone of the committed HEAD."""
    run(["cp", "-ax", base_root, root])
    reach_network(root)
    # By git's own protocol: the clone has what is committed, and nothing of this checkout's folder; a shallow checkout
    # can be cloned that way too.
    clone = ["git", "-c", "advice.detachedHead=false", "clone", "--quiet", "--depth", "1"]
    run([*clone, CHECKOUT.as_uri(), f"{root}{HOME_INSIDE}"])


def reach_network(root: Path) -> None:
    """Lets a root reach the network as this machine does."""
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    if CERTIFICATES.exists():
        shutil.copy(CERTIFICATES, f"{root}{CERTIFICATES}")
    for settings in Path("/etc/apt/apt.conf.d").iterdir():
        if re.search(r"proxy|check-(valid|date)", settings.read_text("utf-8", "replace"), re.IGNORECASE):
            shutil.copy(settings, f"{root}{settings}")


def prove_tests(proof: Proof) -> None:
    """The tests, then what a machine without a display gets."""
    run_line, test = commands(proof.root)
    output = proof.shell("the tests", test)
    proof.holds("pytest says that tests passed", good=bool(re.search(r"\d+ passed", output)))
    output = proof.shell("run without a display", run_line, expect=3)
    proof.holds("it offers the walkthrough", good="-m untwin sample walkthrough" in output)
    walk = output[output.rindex("next: ") :].splitlines()[0].removeprefix("next: ")
    proof.shell("the walkthrough, as it was offered", walk)


def prove_begin(proof: Proof) -> None:
    """The tests as far as what they need: everything is installed and four of them run."""
    output = proof.shell("the first tests", f"{commands(proof.root)[1]} --yes -k test_tree")
    proof.holds("pytest says that tests passed", good=bool(re.search(r"\d+ passed", output)))


def prove_window(proof: Proof) -> None:
    """The window as the first thing done on a machine: nothing was brought by the tests."""
    proof.shell("a display for this root", DESKTOP)
    proof.shell("run with a display", window_script(commands(proof.root)[0]))


def commands(root: Path) -> list[str]:
    """README's two commands, run first."""
    found = readme_commands((root / HOME_INSIDE[1:] / "README.md").read_text("utf-8"))
    if [line.split()[2:3] for line in found] != [["run"], ["test"]]:
        raise UnprovedError(f"README should name run and test once each, and names {found}")
    return found


def window_script(run_line: str, meanwhile: str = "true") -> str:
    """Opens the window on a display of its own, waits for its title and closes it as a person would.

    `meanwhile` is what must succeed while it is open.
    """
    number = DISPLAY.removeprefix(":")
    # A display of a line before this one was killed with its processes, and left its lock behind.
    return f"""
rm -f /tmp/.X{number}-lock /tmp/.X11-unix/X{number}
Xvfb {DISPLAY} -screen 0 1280x800x24 >/dev/null 2>&1 &
export DISPLAY={DISPLAY}
for try in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
blackbox >/dev/null 2>&1 &
start=$(date +%s%N)
{run_line} &
app=$!
window=$(timeout 120 xdotool search --sync --onlyvisible --name Untwin | head -n 1)
test -n "$window" || {{ echo 'no window titled Untwin'; exit 9; }}
echo "window $window '$(xdotool getwindowname "$window")' after $(( ($(date +%s%N) - start) / 1000000 )) ms"
{meanwhile} || {{ echo 'what was typed meanwhile failed'; exit 7; }}
sleep 2
wmctrl -i -c "$window"
for try in $(seq 100); do kill -0 "$app" 2>/dev/null || break; sleep 0.1; done
kill -0 "$app" 2>/dev/null && {{ echo 'the window did not close within 10 s'; exit 8; }}
wait "$app"
"""


def run(command: Sequence[str | Path], variables: Mapping[str, str] | None = None) -> None:
    """Runs one command on the host; its failure ends the proof."""
    subprocess.run([str(part) for part in command], check=True, env=dict(variables) if variables else None)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when everything README promises held in the bare root."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOTS, help="the folder in which roots are made and kept")
    parser.add_argument("--suite", default=SUITE, help=f"the Debian to try it on (default: {SUITE})")
    parser.add_argument("--begin", action="store_true", help="open the window and begin the tests, no more")
    parser.add_argument("--keep", action="store_true", help="leave the used root for a look inside")
    wanted = parser.parse_args(arguments)
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        print("A bare root needs root's rights and debootstrap.")
        print("next: apt-get install debootstrap, then run this as root")
        return 3
    wanted.root.mkdir(parents=True, exist_ok=True)
    folder = wanted.root.resolve()
    try:
        run(["unshare", "--mount", "--pid", "--fork", "--kill-child", "true"])
        bare = base(folder, wanted.suite)
    except subprocess.CalledProcessError as error:
        print(f"A bare root can't be made here: {error}")
        return 3
    proofs = (prove_begin if wanted.begin else prove_tests, prove_window)
    return _proved(folder, bare, proofs, keep=wanted.keep)


def _proved(folder: Path, bare: Path, proofs: Sequence[Callable[[Proof], None]], *, keep: bool) -> int:
    seen: list[Seen] = []
    failures: list[str] = []
    for prove in proofs:
        proof = Proof(folder / f"used-{os.getpid()}", seen)
        try:
            prepare(bare, proof.root)
            prove(proof)
        except (UnprovedError, subprocess.CalledProcessError) as error:
            failures.append(str(error))
        finally:
            _leave(proof.root, keep=keep)
    print("\n" + summary(seen, failures))
    return 1 if failures else 0


def _leave(root: Path, *, keep: bool) -> None:
    if keep and root.exists():
        kept = root.with_name(f"kept-{time.strftime('%H%M%S')}")
        root.rename(kept)
        print(f"kept: {kept}")
    run(["rm", "-rf", "--one-file-system", root])


def summary(
    seen: Sequence[Seen], failures: Sequence[str], proved: str = "PROVED: README's commands are enough."
) -> str:
    """What was seen, one line each, and the verdict."""
    lines = [f"{took:7.1f} s  {result:8}  {what}" for what, result, took in seen]
    verdict = [f"NOT PROVED: {failure}" for failure in failures] or [proved]
    return "\n".join([*lines, *verdict])


if __name__ == "__main__":
    sys.exit(main())
