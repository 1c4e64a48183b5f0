# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Translation units whose functions have a guard or none: three returns and three calls each, as ordinary code has."""

HEADER = "#include <assay/inserted.h>\n"
DECLARATIONS = "int first(int);\nint second(int);\nint third(int);\n"


def function(number, guarded):
    guard = f' ASSAY_INSERTED_GUARD(0x{number + 1:016x}, "function_{number}");' if guarded else ""
    return (f"int function_{number}(int value);\n"
            f"int function_{number}(int value) {{{guard}\n"
            "  if (first(value) > 0) return 1;\n"
            f"  if (second(value) < {number}) return third(value);\n"
            "  return value;\n}\n")


def unit(functions, header, guarded):
    return ((HEADER if header else "") + DECLARATIONS
            + "".join(function(number, guarded) for number in range(functions)))
