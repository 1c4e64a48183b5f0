// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/own_sockets.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>

namespace assay::serve {
namespace {

// A server's connections, its own socket, and those to an agent and a receiver; what is beyond stays open.
constexpr std::size_t kMostSockets = 512;

// By its inode as well: a number that was closed may be somebody else's by now.
struct OwnSocket {
  std::atomic<int> descriptor{-1};
  std::atomic<ino_t> inode{0};
};

std::mutex ownSocketsDoor;
std::array<OwnSocket, kMostSockets> ownSockets;

ino_t socketInode(int descriptor) {
  struct stat status{};
  return ::fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode) ? status.st_ino : 0;
}

int remember(int descriptor) {
  if (descriptor < 0) return descriptor;
  for (OwnSocket& own : ownSockets) {
    if (own.descriptor >= 0 && own.descriptor != descriptor) continue;
    own.inode = socketInode(descriptor);
    own.descriptor = descriptor;
    break;
  }
  return descriptor;
}

}  // namespace

int openSocket(int family, int type) {
  const std::lock_guard<std::mutex> alone(ownSocketsDoor);
  return remember(::socket(family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

int acceptSocket(int listening) {
  const std::lock_guard<std::mutex> alone(ownSocketsDoor);
  return remember(::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
}

void forgetSocket(int descriptor) {
  if (descriptor < 0) return;
  const std::lock_guard<std::mutex> alone(ownSocketsDoor);
  for (OwnSocket& own : ownSockets)
    if (own.descriptor == descriptor) own.descriptor = -1;
}

void lockSockets() {
  ownSocketsDoor.lock();
}

void unlockSockets() {
  ownSocketsDoor.unlock();
}

void closeOwnSockets() {
  for (OwnSocket& own : ownSockets) {
    const int descriptor = own.descriptor.exchange(-1);
    if (descriptor >= 0 && own.inode != 0 && socketInode(descriptor) == own.inode) ::close(descriptor);
  }
}

}  // namespace assay::serve
