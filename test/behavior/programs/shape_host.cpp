// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loads two plugins by turns, each of which has a class where the other one's was; says where that was.
#include <assay/inserted.h>
#include <dlfcn.h>

#include <cstdio>
#include <cstring>

#include "shape.h"

static int draws(const Shape* shape) { ASSAY_INSERTED_GUARD(0x0000000000000172, "draws"); ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000172, shape);
  return shape->sides();
}

int main(int count, char** paths) {
  for (int turn = 0; turn < 10; ++turn) {
    void* plugin = dlopen(paths[1 + turn % (count - 1)], RTLD_NOW | RTLD_LOCAL);
    if (plugin == nullptr) return std::puts(dlerror()), 2;
    void* symbol = dlsym(plugin, "pluginShape");
    const Shape* (*shape)() = nullptr;
    std::memcpy(&shape, &symbol, sizeof shape);
    void* table = nullptr;
    std::memcpy(&table, static_cast<const void*>(shape()), sizeof table);
    std::printf("%p\n", table);
    for (int i = 0; i < 100; ++i)
      if (draws(shape()) != (turn % 2 == 0 ? 1 : 2)) return 3;
    dlclose(plugin);
  }
}
