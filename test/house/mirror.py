# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every lib/<room>/<name>.cpp has its test/unit/<room>/<name>_test.cpp, and no unit test is left without a subject.

The program's own parts (tools/assay) are tested through the program; those with a unit test have it in test/unit/tool.
"""
import repository

# A source that is tested elsewhere, with the place. Each row needs its reason; an entry that is not needed is a finding.
ELSEWHERE = {
    # What a process has once: it starts with it, ends with it, and forks.
    "lib/exporter/begin.cpp": "test/e2e/exporter_test.py",
    "lib/exporter/entry.cpp": "test/e2e/exporter_test.py",
}
# A unit test of something that is no source file.
OTHER_SUBJECTS = {
    "test/unit/manifest/schema_test.cpp": "docs/reference/manifest.schema.json",
}
# Rooms that live in other people's programs are tested by programs, not by a mirror.
ROOMS_ELSEWHERE = {"runtime": "test/behavior"}


def needs_mirror(path):
    return path.startswith("lib/") and path.endswith(".cpp") and path.split("/")[1] not in ROOMS_ELSEWHERE


def mirror_of(path):
    return path.replace("lib/", "test/unit/", 1).removesuffix(".cpp") + "_test.cpp"


def subjects_of(test):
    if test in OTHER_SUBJECTS:
        return [OTHER_SUBJECTS[test]]
    stem = test.replace("test/unit/tool/", "tools/assay/", 1).replace("test/unit/", "lib/", 1).removesuffix("_test.cpp")
    return [stem + ".cpp", stem + ".h"]


def check(root):
    files = set(repository.files(root))
    findings = []
    for path in sorted(files):
        if needs_mirror(path) and path not in ELSEWHERE and mirror_of(path) not in files:
            findings.append(f"{path}: has no {mirror_of(path)}")
        if path.startswith("test/unit/") and path.endswith("_test.cpp") and not files.intersection(subjects_of(path)):
            findings.append(f"{path}: tests nothing ({subjects_of(path)[0]} is not there)")
    for path, place in ELSEWHERE.items():
        room = path.rpartition("/")[0] + "/"
        if not any(file.startswith(room) for file in files):
            continue
        if path not in files or mirror_of(path) in files or place not in files:
            findings.append(f"test/house/mirror.py: the entry for {path} is out of date")
    for room, place in ROOMS_ELSEWHERE.items():
        if any(p.startswith(f"lib/{room}/") and p.endswith((".cpp", ".c")) for p in files) and not any(
                p.startswith(place + "/") for p in files):
            findings.append(f"lib/{room}: {place} has no tests")
    return findings


if __name__ == "__main__":
    repository.main(check, "mirror.py")
