# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `assay completion` and `assay man` write, read by those that it is for: bash, zsh and fish complete with it, mandoc
and groff find nothing wrong. Needs zsh, fish, mandoc and groff."""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import unittest

from waiting import wait_for

BUILD = pathlib.Path(sys.argv.pop(1))
ASSAY = BUILD / "bin/assay"

# What was typed, and all that may stand there then.
PROPOSED = {
    "assay ann": ["annotate"],
    "assay re": ["report", "review"],
    "assay annotate --conf": ["--confidence"],
    "assay annotate --confidence ": ["high", "low", "medium"],
    "assay annotate --confidence=m": ["medium"],
    "assay check --fail-on ": ["error", "note", "warning"],
    "assay review --fail-on ": ["regression"],
    "assay scan -p b": ["build", "build two"],
    "assay scan s": ["space here.cpp", "src"],
    "assay merge --check as": ["assay.1-of-2.yaml"],
    "assay report --format ": ["agent-trace", "csv", "cyclonedx", "html", "json", "junit", "markdown", "sarif", "spdx", "text"],
    "assay review --format ": ["html", "json", "markdown", "text"],
    "assay alerts --format data": ["datadog", "datadog-terraform"],
    "assay check --output ": ["github", "json", "junit", "sarif", "text"],
    "assay check --output=ju": ["junit"],
    "assay report --output agent": ["agent-trace"],
    "assay check --output sarif=s": ["space here.cpp", "src"],
    "assay report --output=csv=bar": ["bare.txt"],
    "assay experiment ver": ["verdict"],
    "assay completion ": ["bash", "fish", "zsh"],
    "assay dashboard --title ": [],
    "assay report ": [],
}


def asked(arguments, **more):
    return subprocess.run(arguments, capture_output=True, text=True, check=True, **more).stdout


class CompletionTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for folder in ("src", "build", "build two"):
            (self.folder / folder).mkdir()
        for file in ("assay.1-of-2.yaml", "bare.txt", "space here.cpp"):
            (self.folder / file).touch()
        self.environment = {"PATH": f"{ASSAY.parent}:/usr/bin:/bin", "HOME": str(self.folder / "src"), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
        self.scripts = {shell: asked([ASSAY, "completion", shell]) for shell in ("bash", "zsh", "fish")}

    def in_bash(self, typed):
        """As readline would call it; it splits words at `=`, too."""
        words = typed.replace("=", " = ").split(" ")
        script = self.scripts["bash"] + 'compopt() { :; }\nCOMP_WORDS=("$@")\nCOMP_CWORD=$(($# - 1))\n_assay\nprintf "%s\\n" "${COMPREPLY[@]}"'
        return asked(["bash", "--norc", "-c", script, "bash", *words], cwd=self.folder, env=self.environment)

    def in_fish(self, typed):
        script = self.scripts["fish"] + f"complete -C '{typed}'"
        return asked(["fish", "--no-config", "-c", script], cwd=self.folder, env=self.environment)

    def test_bash(self):
        for typed, proposed in PROPOSED.items():
            self.assertEqual(sorted(filter(None, self.in_bash(typed).split("\n"))), proposed, typed)

    def test_bash_completes_a_compiler_and_its_files(self):
        self.assertIn("bash", self.in_bash("assay cc -- bas").split("\n"))
        self.assertEqual(self.in_bash("assay cc -- bash sp").split("\n")[0], "space here.cpp")

    def test_fish(self):
        for typed, proposed in PROPOSED.items():
            lines = filter(None, self.in_fish(typed).split("\n"))
            found = [line.split("\t")[0].rstrip("=").split("=")[-1].rstrip("/").replace("\\ ", " ") for line in lines]
            self.assertEqual(sorted(found), proposed, typed)

    def zsh_ready(self, shown):
        """A zsh at a terminal, in which ^T writes down the line as it stands; returns where one types."""
        start = self.folder / "src/start"
        start.write_text("autoload -U compinit; compinit -u -d ~/dump\nzstyle ':completion:*' menu no\nunsetopt automenu listbeep\n"
                         + self.scripts["zsh"] + f"\nshow() {{ print -r -- \"$BUFFER\" >>{shown}; BUFFER= }}\nzle -N show; bindkey '^T' show\n: >{shown}\n")
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], self.environment)
        self.addCleanup(os.waitpid, process, 0)
        self.addCleanup(os.close, terminal)
        os.write(terminal, f"source {start}\n".encode())
        wait_for(shown.exists, "zsh")
        return terminal

    def test_zsh(self):
        shown = self.folder / "src/shown"
        terminal = self.zsh_ready(shown)
        expected = []
        for typed, line in (("assay ann", "assay annotate"), ("assay annotate --conf", "assay annotate --confidence"),
                            ("assay annotate --confidence me", "assay annotate --confidence medium"),
                            ("assay check --fail-on w", "assay check --fail-on warning"), ("assay check --output sa", "assay check --output sarif"),
                            ("assay report --output=csv=bar", "assay report --output=csv=bare.txt"), ("assay alerts --format prom", "assay alerts --format prometheus"), ("assay scan sp", "assay scan space\\ here.cpp"),
                            ("assay experiment ver", "assay experiment verdict"), ("assay scan -p src", "assay scan -p src/")):
            expected.append(line)
            os.write(terminal, typed.encode() + b"\t\x14")
            wait_for(lambda: len(shown.read_text().splitlines()) == len(expected), typed)
        self.assertEqual([line.rstrip(" =") for line in shown.read_text().splitlines()], expected)

    def test_pages_are_written_right(self):
        asked([ASSAY, "man", "all", "--write-to", self.folder])
        pages = sorted(self.folder.glob("*.1"))
        self.assertGreater(len(pages), 12)
        for page in pages:
            complaints = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True).stdout
            self.assertEqual([line for line in complaints.splitlines() if "missing date" not in line], [])
            done = subprocess.run(["groff", "-man", "-ww", "-T", "utf8", "-z", page], capture_output=True, text=True, check=True)
            self.assertEqual(done.stderr, "")

    def test_a_page_shows_the_options_of_its_verb(self):
        page = asked(["mandoc", "-T", "utf8", "-O", "width=500"], input=asked([ASSAY, "man", "scan"]))
        page = "".join(c for at, c in enumerate(page) if c != "\b" and page[at + 1:at + 2] != "\b")
        options = [line.split()[0] for line in asked([ASSAY, "scan", "--help"]).split("Options:")[1].split("Example:")[0].splitlines() if line.strip()]
        for option in options:
            self.assertIn(option.replace(",", ", "), page)
        self.assertIn("assay scan --shard 2/3          # one part of three", page)

    def test_what_is_wrong_is_said(self):
        for arguments, words in ((["completion"], "needs one shell"), (["completion", "csh"], "no completion for 'csh'"),
                                 (["man", "scann"], "no verb 'scann'"), (["man", "all"], "need a folder"),
                                 (["man", "all", "-o", "bare.txt/there"], "bare.txt/there")):
            done = subprocess.run([ASSAY, *arguments], cwd=self.folder, capture_output=True, text=True)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.returncode, 3 if "-o" in arguments else 2)


if __name__ == "__main__":
    unittest.main()
