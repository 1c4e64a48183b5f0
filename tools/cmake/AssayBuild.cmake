# The build's own vocabulary: assay_add_library() declares a room and what it may include, assay_add_test() a test
# that mirrors a room. The layer check reads the declarations collected here, so that they cannot drift apart.
include(GNUInstallDirs)

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_EXTENSIONS OFF)
set(ASSAY_SANITIZE "" CACHE STRING "Value for -fsanitize=, applied to everything")
set(ASSAY_LAYERS_FILE "${PROJECT_BINARY_DIR}/layers.txt")
file(WRITE "${ASSAY_LAYERS_FILE}" "# room: rooms it may include (written by assay_add_library)\n")

add_library(assay_options INTERFACE)
target_compile_options(assay_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
                       -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual)
# GCC 12 sees overlapping copies in std::string's operator+ and uninitialised parts in std::expected that are not there,
# as soon as it optimises (GCC bugs 105329, 105562). Later versions and Clang do not.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(assay_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
# assay_lends_unnamed(TARGET): classes of its have members out of an unnamed namespace. Where files are joined, theirs is no longer
# the main one, and GCC takes that for a mistake.
function(assay_lends_unnamed target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()
if(ASSAY_WERROR)
  target_compile_options(assay_options INTERFACE -Werror)
endif()
if(ASSAY_SANITIZE)
  add_compile_options(-fsanitize=${ASSAY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ASSAY_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options("-fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/not_sanitized.txt")
  endif()
endif()
if(ASSAY_BUILD_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined)
  add_link_options(-fsanitize=address,undefined)
endif()

# lld links the 50 MB program in half a second where bfd takes two; used when it is there.
find_program(ASSAY_LLD ld.lld)
if(ASSAY_LLD)
  add_link_options(-fuse-ld=lld)
endif()

# assay_add_library(ROOM SOURCES a.cpp b.cpp DEPS support model PACKAGES assay_fmt)
# A room with no SOURCES is header-only. DEPS are the only rooms whose headers it may include; PACKAGES stay private.
function(assay_add_library room)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS;PACKAGES" ${ARGN})
  string(REPLACE "/" "_" name "${room}")
  list(JOIN ARG_DEPS " " deps)
  file(APPEND "${ASSAY_LAYERS_FILE}" "${room}: ${deps}\n")
  list(TRANSFORM ARG_DEPS REPLACE "/" "_" OUTPUT_VARIABLE links)
  list(TRANSFORM links PREPEND "assay_")
  if(ARG_SOURCES)
    add_library(assay_${name} STATIC ${ARG_SOURCES})
    target_compile_features(assay_${name} PUBLIC cxx_std_23)
    target_include_directories(assay_${name} PUBLIC "${PROJECT_SOURCE_DIR}/lib")
    target_link_libraries(assay_${name} PUBLIC ${links} PRIVATE assay_options ${ARG_PACKAGES})
  else()
    add_library(assay_${name} INTERFACE)
    target_include_directories(assay_${name} INTERFACE "${PROJECT_SOURCE_DIR}/lib")
    target_link_libraries(assay_${name} INTERFACE ${links})
  endif()
endfunction()
