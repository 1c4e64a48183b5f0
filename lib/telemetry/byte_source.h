// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the bytes of a segment come from: a file, or memory in tests and fuzzing. Everything is copied out,
// so that what was checked cannot change afterwards, and a file that shrinks gives an error instead of a
// signal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace assay::telemetry {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Bytes it has now: a segment grows while its process runs.
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// Fills `target` from `offset`; false when the source has not that many bytes or cannot be read.
  [[nodiscard]] virtual bool read(std::uint64_t offset, std::span<std::byte> target) const = 0;
};

class MemorySource : public ByteSource {
 public:
  /// `bytes` must live as long as the source.
  explicit MemorySource(std::span<const std::byte> bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
  [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> target) const override;

 private:
  std::span<const std::byte> bytes_;
};

/// Reads an open file with pread; does not own the descriptor.
class FileSource : public ByteSource {
 public:
  explicit FileSource(int descriptor) : descriptor_(descriptor) {}
  [[nodiscard]] std::uint64_t size() const override;
  [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> target) const override;

 private:
  int descriptor_;
};

}  // namespace assay::telemetry
