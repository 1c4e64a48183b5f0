# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Features of source trees that break a unit made of many files; hostile_tree.py puts trees together from them."""
