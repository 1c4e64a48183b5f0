# Offers fmt as assay_fmt. Debian's fmt is a shared library, and with it come a second libstdc++ and libgcc: a third of
# what starting the program costs. Where fmt's own source, which is among its headers, compiles and links, it is built in.
find_package(fmt REQUIRED)

set(ASSAY_FMT_SOURCE "${CMAKE_CURRENT_LIST_DIR}/fmt_inside.cpp")
get_target_property(fmtHeaders fmt::fmt INTERFACE_INCLUDE_DIRECTORIES)
try_compile(ASSAY_FMT_INSIDE "${PROJECT_BINARY_DIR}/fmt_inside"
  SOURCES "${ASSAY_FMT_SOURCE}" "${CMAKE_CURRENT_LIST_DIR}/fmt_inside_trial.cpp"
  CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${fmtHeaders}"
  CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF)

if(ASSAY_FMT_INSIDE)
  add_library(assay_fmt STATIC "${ASSAY_FMT_SOURCE}")
  target_compile_features(assay_fmt PUBLIC cxx_std_20)
  target_include_directories(assay_fmt SYSTEM PUBLIC ${fmtHeaders})
else()
  add_library(assay_fmt INTERFACE)
  target_link_libraries(assay_fmt INTERFACE fmt::fmt)
endif()
message(STATUS "fmt ${fmt_VERSION}, built in: ${ASSAY_FMT_INSIDE}")
