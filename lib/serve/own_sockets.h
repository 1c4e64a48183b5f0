// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The sockets that this program opens for itself: neither programs that it starts nor processes that are
// forked off it are to keep one. Knows nothing of what goes through them.
#pragma once

namespace assay::serve {

/// socket(2) and accept4(2), closed by exec from their first moment on, and of those that
/// closeOwnSockets() closes; they never block. -1 and errno as these. Any thread.
int openSocket(int family, int type);
int acceptSocket(int listening);

/// Before it is closed, or soon after. Any thread.
void forgetSocket(int descriptor);

/// Around fork(), in the process that calls it: none is opened meanwhile.
void lockSockets();
void unlockSockets();

/// In a process that was forked off: closes those of the other one, which goes on with them. Allocates
/// nothing.
void closeOwnSockets();

}  // namespace assay::serve
