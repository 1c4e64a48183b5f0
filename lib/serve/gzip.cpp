// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/gzip.h"

#include <zlib.h>

namespace assay::serve {
namespace {

constexpr int kGzipWindow = 15 + 16;  // the largest, with gzip's head and tail
constexpr int kUsualMemory = 8;

}  // namespace

// One call is enough where the room is what deflateBound() says.
std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, kUsualMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  // zlib takes what it reads from without const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(isWhole ? stream.total_out : 0);
  deflateEnd(&stream);
  return packed;
}

}  // namespace assay::serve
