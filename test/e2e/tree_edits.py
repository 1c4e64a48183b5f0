# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What happens to a tree between two scans. Each edit changes the folder as well as the tree in memory, and returns the tree."""
import json
import os


def drawn(rng):
    return rng.sample((touch, change_a_body, change_a_header, change_flags, add_a_file, remove_a_file, change_a_tag, save_in_place), 4)


def write(tree, folder, path, content):
    tree.files[path] = content
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return tree


def some_file(tree, rng, endings):
    paths = sorted(path for path in tree.files if path.endswith(endings))
    return rng.choice(paths) if paths else None


def touch(tree, folder, database, rng):
    os.utime(folder / some_file(tree, rng, ("",)))
    return tree


def change_a_body(tree, folder, database, rng):
    path = some_file(tree, rng, (".cc", ".c"))
    return write(tree, folder, path, tree.files[path].replace(b"return ", b"return 0 + ", 1)) if path else tree


def change_a_header(tree, folder, database, rng):
    """A line at the top: a macro, a using, a type; or something that changes nothing but the lines."""
    path = some_file(tree, rng, (".h", ".inc", ".def")) or some_file(tree, rng, (".cc",))
    line = rng.choice((b"#define LIMIT 9\n", b"#undef MODE\n", b"typedef long edited;\n", b"\n\n", b"struct Value;\n"))
    return write(tree, folder, path, line + tree.files[path]) if path else tree


def change_flags(tree, folder, database, rng):
    if not database or not tree.commands:
        return tree
    path = rng.choice(sorted(tree.commands))
    tree.commands = {**tree.commands, path: tree.commands[path] + [rng.choice(("-DLIMIT=7", "-DMODE", "-std=c++20", "-funsigned-char"))]}
    return write_database(tree, folder)


def write_database(tree, folder):
    (folder / "compile_commands.json").write_text(json.dumps(tree.database(folder), indent=1))
    return tree


def add_a_file(tree, folder, database, rng):
    path = rng.choice(("", "src/", "lib/")) + f"{rng.choice('abz')}_added.cc"
    tree.commands = {**tree.commands, path: ["-std=c++17", "-I."]}
    write(tree, folder, path, b"// AI-generated: GPT-4\nstatic int helper(int a) { return a; }\n#define LIMIT 2\n")
    return write_database(tree, folder) if database else tree


def remove_a_file(tree, folder, database, rng):
    path = some_file(tree, rng, (".cc", ".h"))
    if path is None or len(tree.files) < 3:
        return tree
    (folder / path).unlink()
    return tree.drop({path})


def change_a_tag(tree, folder, database, rng):
    tagged = sorted(path for path, content in tree.files.items() if b"AI-generated" in content)
    if not tagged:
        return tree
    path = rng.choice(tagged)
    changes = ((b"AI-generated", b"AI-assisted"), (b"GPT-4", b"o3"), (b"AI-generated", b"plain"), (b"\n", b"\n// AI-generated: o3\n"))
    return write(tree, folder, path, tree.files[path].replace(*rng.choice(changes), 1))


def save_in_place(tree, folder, database, rng):
    """The same bytes in a new file with an old time: only the content may count."""
    path = some_file(tree, rng, ("",))
    status = os.stat(folder / path)
    changed = tree.files[path].replace(b"int ", b"INT ", 1).replace(b"INT ", b"int ")
    write(tree, folder, path, changed)
    os.utime(folder / path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return tree
