# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Data only: the foreign trees that the scan is measured on, as Debian source packages, and how each is configured.

A variant is one CMake configuration, for its compile_commands.json; nothing is ever built. Features that would need
more packages than RocksDB's tools do (gflags) are off, and so is -march=native, which would make the machine part of
the input.
"""
import typing


class Source(typing.NamedTuple):
    package: str
    sources: tuple  # suffixes of what is compiled
    headers: tuple
    variants: dict  # name -> CMake's arguments
    left_out: tuple = ()  # folders of code that came from elsewhere


CORPORA = {
    "rocksdb": Source(
        "rocksdb", (".cc",), (".h",),
        {"library": ("-DPORTABLE=ON", "-DWITH_GFLAGS=ON", "-DWITH_LIBURING=OFF", "-DWITH_TESTS=OFF"),
         "tests": ("-DPORTABLE=ON", "-DWITH_GFLAGS=ON", "-DWITH_LIBURING=OFF", "-DWITH_TESTS=ON",
                   "-DCMAKE_BUILD_TYPE=Debug")},
        ("third-party/",)),
    "libuv": Source("libuv1", (".c",), (".h",), {"library": ("-DBUILD_TESTING=ON",)}),
    "leveldb": Source(
        "leveldb", (".cc",), (".h",),
        {"library": ("-DLEVELDB_BUILD_TESTS=OFF", "-DLEVELDB_BUILD_BENCHMARKS=OFF", "-DCMAKE_CXX_STANDARD=11"),
         "everything": ("-DCMAKE_CXX_STANDARD=11",)}),
}
