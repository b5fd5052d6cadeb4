#!/usr/bin/env python3
"""Proves the Debian package: it installs into a fresh minimal Debian without Python, works there, and leaves cleanly.

Needs root and debootstrap, and the package that `packaging/bundle.py` has built.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import prove_bare
from prove_bare import Proof, UnprovedError, run

OUT = prove_bare.CHECKOUT / "build" / "out"
HOME = "/root"
# What a person's desktop brings: a screen, a bus and a keyring that is open.
AROUND = "apt-get install -qq --yes --no-install-recommends xvfb xdotool blackbox wmctrl dbus gnome-keyring >/dev/null"
SIGNED_IN = "dbus-run-session -- sh -c 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; {}'"


def prove(proof: Proof, package: Path) -> None:
    """Everything that a person does with a package, from its installation to its removal."""
    proof.shell("the package lists", "apt-get update -qq")
    proof.holds("no Python is there", good=not (proof.root / "usr/bin/python3").exists())
    proof.shell("installing", f"apt-get install -qq --yes --no-install-recommends /tmp/{package.name} >/dev/null")
    proof.shell("its version", "untwin --version")
    proof.shell("a display and a keyring", AROUND)
    proof.shell("the walkthrough", SIGNED_IN.format("untwin sample walkthrough"))
    proof.shell("the window", prove_bare.window_script("untwin --sample"))
    later = prove_bare.window_script("untwin", "timeout 60 untwin open untwin://case/1")
    proof.shell("a second start with a link, while the window is open", later)
    opened = proof.shell("who opens untwin:", "grep -h MimeType /usr/share/applications/untwin.desktop")
    proof.holds("untwin:// is registered", good="x-scheme-handler/untwin" in opened)
    removed = proof.shell("removing", "apt-get purge -qq --yes untwin")
    proof.holds("it says where the data stay", good=".local/share/untwin" in removed)
    program = "find /usr /etc /opt /var/lib -xdev -name '*untwin*'"
    left = proof.shell("what is left of the program", program)
    proof.holds("no program file is left", good=not left.strip())
    kept = proof.shell("the person's data", f"find {HOME}/.local/share/untwin -maxdepth 1")
    proof.holds("the person's data are still there", good=bool(kept.strip()))


def base(folder: Path, suite: str) -> Path:
    """A minimal root with nothing but certificates, made once and kept."""
    made = folder / f"base-{suite}-empty"
    if not made.exists():
        draft = folder / "base.new"
        shutil.rmtree(draft, ignore_errors=True)
        print(f"Making a minimal {suite} without Python ...", flush=True)
        run(["debootstrap", "--variant=minbase", "--include=ca-certificates", suite, draft])
        draft.rename(made)
    return made


def prepare(base_root: Path, root: Path, package: Path) -> None:
    """A copy of the base that reaches the network as the host does and holds the package."""
    run(["cp", "-ax", base_root, root])
    prove_bare.reach_network(root)
    shutil.copy(package, root / "tmp" / package.name)
    (root / prove_bare.HOME_INSIDE[1:]).mkdir(parents=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=prove_bare.ROOTS, help="the folder in which roots are made")
    parser.add_argument("--suite", default=prove_bare.SUITE, help=f"the Debian to try (default: {prove_bare.SUITE})")
    wanted = parser.parse_args(arguments)
    package = next(iter(sorted(OUT.glob("*.deb"))), None)
    if package is None:
        print("There is no package yet.\nnext: python3 packaging/bundle.py")
        return 3
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        print("A bare root needs root's rights and debootstrap.\nnext: apt-get install debootstrap, as root")
        return 3
    wanted.root.mkdir(parents=True, exist_ok=True)
    proof, failures = Proof(wanted.root / f"used-{os.getpid()}"), []
    try:
        prepare(base(wanted.root, wanted.suite), proof.root, package)
        prove(proof, package)
    except (UnprovedError, subprocess.CalledProcessError) as error:
        failures.append(str(error))
    finally:
        run(["rm", "-rf", "--one-file-system", proof.root])
    print("\n" + prove_bare.summary(proof.seen, failures, "PROVED: the package installs, works and leaves cleanly."))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
