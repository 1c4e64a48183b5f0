// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loads a plugin a hundred times, calls it, unloads it and makes sure that it is gone.
#include <assay/inserted.h>
#include <dlfcn.h>

#include <cstdio>

static void host() {
  ASSAY_INSERTED_GUARD(0x00000000000000e0, "host");
}

static int once(const char* path) {
  void* plugin = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (plugin == nullptr) {
    std::puts(dlerror());
    return 2;
  }
  void* symbol = dlsym(plugin, "pluginCall");
  int (*call)(int) = nullptr;
  __builtin_memcpy(&call, &symbol, sizeof call);
  host();
  for (int i = 0; i < 10; ++i) {
    if (call(i) != 2 * i) return 3;
  }
  dlclose(plugin);
  return dlopen(path, RTLD_NOW | RTLD_NOLOAD) == nullptr ? 0 : 4;
}

int main(int, char** arguments) {
  for (int i = 0; i < 100; ++i) {
    const int result = once(arguments[1]);
    if (result != 0) return result;
  }
}
