// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/served_pushgateway.h"

#include <utility>

#include "serve/host_name.h"

namespace assay::tool {

Expected<std::optional<serve::Pushgateway>> pushgatewayOf(const config::Settings& settings) {
  if (!settings.has("pushgateway")) return std::nullopt;
  ASSAY_TRY(serve::PushgatewayAddress address,
            serve::pushgatewayAddressOf(settings.text("pushgateway"), serve::hostName()));
  ASSAY_TRY(serve::Pushgateway gateway, serve::Pushgateway::open(std::move(address)));
  return gateway;
}

}  // namespace assay::tool
