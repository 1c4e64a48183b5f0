// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/dogstatsd_agent.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace assay::test {
namespace {

constexpr std::size_t kLargest = 65536;

void must(bool done, const char* what) {
  if (done) return;
  std::perror(what);
  std::abort();
}

int unixSocket(int type, const std::filesystem::path& path) {
  const int socket = ::socket(AF_UNIX, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.string().copy(address.sun_path, sizeof address.sun_path - 1);
  must(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "bind");
  return socket;
}

}  // namespace

DogstatsdAgent::DogstatsdAgent(int socket, std::string url, std::filesystem::path path, bool isStream)
    : socket_(socket), url_(std::move(url)), path_(std::move(path)), isStream_(isStream) {}

DogstatsdAgent DogstatsdAgent::udp() {
  const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  must(::bind(socket, reinterpret_cast<sockaddr*>(&address), length) == 0, "bind");
  must(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0, "getsockname");
  return {socket, "udp://127.0.0.1:" + std::to_string(ntohs(address.sin_port)), {}, false};
}

DogstatsdAgent DogstatsdAgent::unixDatagram(const std::filesystem::path& path) {
  return {unixSocket(SOCK_DGRAM, path), "unix://" + path.string(), path, false};
}

DogstatsdAgent DogstatsdAgent::unixStream(const std::filesystem::path& path) {
  const int socket = unixSocket(SOCK_STREAM, path);
  must(::listen(socket, 1) == 0, "listen");
  return {socket, "unix://" + path.string(), path, true};
}

DogstatsdAgent::DogstatsdAgent(DogstatsdAgent&& from) noexcept
    : socket_(std::exchange(from.socket_, -1)),
      url_(std::move(from.url_)),
      path_(std::exchange(from.path_, {})),
      isStream_(from.isStream_),
      connection_(std::exchange(from.connection_, -1)),
      bytes_(std::move(from.bytes_)) {}

DogstatsdAgent::~DogstatsdAgent() {
  if (connection_ >= 0) ::close(connection_);
  if (socket_ >= 0) ::close(socket_);
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

// Where the next frame begins that has not come whole.
std::size_t DogstatsdAgent::wholeBytes() const {
  std::size_t at = 0;
  while (bytes_.size() >= at + 4) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
      length |= std::size_t{static_cast<unsigned char>(bytes_[at + i])} << (8 * i);
    if (bytes_.size() < at + 4 + length) break;
    at += 4 + length;
  }
  return at;
}

void DogstatsdAgent::dropUnfinished() {
  bytes_.resize(wholeBytes());
}

void DogstatsdAgent::readStream() {
  std::array<char, kLargest> buffer{};
  while (connection_ >= 0 ||
         (connection_ = ::accept4(socket_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
    ssize_t got = 0;
    while ((got = ::read(connection_, buffer.data(), buffer.size())) > 0)
      bytes_.append(buffer.data(), static_cast<std::size_t>(got));
    if (got < 0) return;
    ::close(std::exchange(connection_, -1));  // a frame that it did not end never will
    dropUnfinished();
  }
}

std::vector<std::string> DogstatsdAgent::received() {
  std::vector<std::string> packets;
  if (!isStream_) {
    std::array<char, kLargest> buffer{};
    for (ssize_t got = 0; (got = ::recv(socket_, buffer.data(), buffer.size(), 0)) >= 0;)
      packets.emplace_back(buffer.data(), static_cast<std::size_t>(got));
    return packets;
  }
  readStream();
  while (bytes_.size() >= 4) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
      length |= std::size_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
    if (bytes_.size() < 4 + length) break;
    packets.push_back(bytes_.substr(4, length));
    bytes_.erase(0, 4 + length);
  }
  return packets;
}

}  // namespace assay::test
