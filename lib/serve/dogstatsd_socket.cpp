// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd_socket.h"

#include <fmt/format.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include "serve/own_sockets.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

// A frame of a stream begins with its length: four bytes, the lowest first.
constexpr std::size_t kLengthBytes = 4;
using LengthBytes = std::array<char, kLengthBytes>;

LengthBytes lengthOf(std::string_view packet) {
  LengthBytes bytes{};
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    bytes[i] = static_cast<char>((packet.size() >> (8 * i)) & 0xFF);
  return bytes;
}

bool isForLater(int error) {
  return error == EAGAIN || error == EWOULDBLOCK || error == ENOBUFS || error == ENOMEM || error == EINTR;
}

}  // namespace

Expected<DogstatsdSocket> DogstatsdSocket::open(DogstatsdAddress address) {
  DogstatsdSocket socket(std::move(address));
  if (socket.address_.transport == DogstatsdTransport::Udp) {
    ASSAY_TRY_VOID(socket.lookUp());
  } else {
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    socket.address_.path.copy(local.sun_path, sizeof local.sun_path - 1);
    Peer& peer = socket.peers_.emplace_back();
    std::memcpy(&peer.address, &local, sizeof local);
    peer.bytes = sizeof local;
  }
  return socket;
}

Expected<void> DogstatsdSocket::lookUp() {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_DGRAM;
  addrinfo* list = nullptr;
  const int error =
      ::getaddrinfo(address_.host.c_str(), std::to_string(address_.port).c_str(), &wanted, &list);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(list, ::freeaddrinfo);
  for (const addrinfo* found = list; found != nullptr; found = found->ai_next) {
    if (found->ai_addrlen > sizeof(sockaddr_storage)) continue;
    Peer& peer = peers_.emplace_back();
    std::memcpy(&peer.address, found->ai_addr, found->ai_addrlen);
    peer.bytes = found->ai_addrlen;
  }
  if (error != 0 || peers_.empty())
    return fail(ErrorCode::Usage,
                fmt::format("{} has no address: {}", visibleText(address_.text()), ::gai_strerror(error)),
                "name another agent with --dogstatsd");
  return {};
}

DogstatsdSocket::DogstatsdSocket(DogstatsdSocket&& from) noexcept
    : address_(std::move(from.address_)),
      peers_(std::move(from.peers_)),
      peer_(from.peer_),
      socket_(std::exchange(from.socket_, -1)),
      isStream_(from.isStream_),
      written_(from.written_),
      trouble_(std::move(from.trouble_)) {}

DogstatsdSocket& DogstatsdSocket::operator=(DogstatsdSocket&& from) noexcept {
  if (this == &from) return *this;
  close();
  address_ = std::move(from.address_);
  peers_ = std::move(from.peers_);
  peer_ = from.peer_;
  socket_ = std::exchange(from.socket_, -1);
  isStream_ = from.isStream_;
  written_ = from.written_;
  trouble_ = std::move(from.trouble_);
  return *this;
}

DogstatsdSocket::~DogstatsdSocket() {
  close();
}

void DogstatsdSocket::close() {
  forgetSocket(socket_);
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  written_ = 0;
}

bool DogstatsdSocket::connectBy(int type) {
  const Peer& peer = peers_[peer_];
  socket_ = openSocket(peer.address.ss_family, type);
  isStream_ = type == SOCK_STREAM;
  if (socket_ >= 0 && ::connect(socket_, reinterpret_cast<const sockaddr*>(&peer.address), peer.bytes) == 0)
    return true;
  const int error = errno;
  close();
  trouble_ = std::generic_category().message(error);
  errno = error;
  return false;
}

bool DogstatsdSocket::connect() {
  if (socket_ >= 0) return true;
  if (address_.transport == DogstatsdTransport::UnixStream) return connectBy(SOCK_STREAM);
  for (std::size_t tries = 0; tries < peers_.size(); ++tries) {
    if (connectBy(SOCK_DGRAM)) return true;
    if (peers_.size() > 1) goToNextPeer();  // of a family, say, that this machine has no route for
  }
  // The socket is there, and of the other kind.
  return address_.transport == DogstatsdTransport::UnixAny && errno == EPROTOTYPE && connectBy(SOCK_STREAM);
}

SendResult DogstatsdSocket::failed(int error) {
  if (isForLater(error)) return SendResult::Later;
  trouble_ = std::generic_category().message(error);
  if (error == EMSGSIZE) return SendResult::TooLong;
  if (error == ECONNREFUSED && address_.transport == DogstatsdTransport::Udp) {
    goToNextPeer();
    return SendResult::Refused;
  }
  close();
  return SendResult::Gone;
}

void DogstatsdSocket::goToNextPeer() {
  if (peers_.size() < 2) return;
  close();
  peer_ = (peer_ + 1) % peers_.size();
}

bool DogstatsdSocket::wasRefused() {
  if (socket_ < 0 || address_.transport != DogstatsdTransport::Udp) return false;
  int error = 0;
  socklen_t bytes = sizeof error;
  ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &bytes);
  return error != 0 && failed(error) == SendResult::Refused;
}

void DogstatsdSocket::abandon() {
  if (written_ > 0) close();
}

SendResult DogstatsdSocket::sendDatagram(std::string_view packet) {
  if (::send(socket_, packet.data(), packet.size(), MSG_DONTWAIT | MSG_NOSIGNAL) >= 0)
    return SendResult::Sent;
  return failed(errno);
}

SendResult DogstatsdSocket::sendFrame(std::string_view packet) {
  LengthBytes length = lengthOf(packet);
  const std::size_t ofLength = std::min(written_, kLengthBytes);
  const std::size_t ofPacket = written_ - ofLength;
  std::array<iovec, 2> parts = {iovec{length.data() + ofLength, kLengthBytes - ofLength},
                                iovec{const_cast<char*>(packet.data()) + ofPacket, packet.size() - ofPacket}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  const ssize_t sent = ::sendmsg(socket_, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (sent < 0) return failed(errno);
  written_ += static_cast<std::size_t>(sent);
  if (written_ < kLengthBytes + packet.size()) return SendResult::Later;
  written_ = 0;
  return SendResult::Sent;
}

SendResult DogstatsdSocket::send(std::string_view packet) {
  if (!connect()) return SendResult::Gone;
  const SendResult result = isStream_ ? sendFrame(packet) : sendDatagram(packet);
  if (result == SendResult::Sent) trouble_.clear();
  return result;
}

}  // namespace assay::serve
