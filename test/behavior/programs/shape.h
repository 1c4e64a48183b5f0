// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a host knows of the classes of its plugins.
#pragma once

struct Shape {
  virtual int sides() const = 0;

 protected:
  ~Shape() = default;
};
