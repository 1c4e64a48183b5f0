# What sees a program's exceptions begin, so that guards can name the one that leaves a call: assay::exceptions, linked
# by who wants that into the executable, beside the runtime. The option -u takes it out of its archive: nothing but the
# runtime's weak reference asks for it.
add_library(assay_exceptions STATIC src/exceptions/thrown.cpp)
add_library(assay::exceptions ALIAS assay_exceptions)
set_target_properties(assay_exceptions PROPERTIES
  EXPORT_NAME exceptions CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
  CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON UNITY_BUILD OFF)
# Exceptions pass through it, and it neither throws nor catches any itself.
target_compile_options(assay_exceptions PRIVATE -fexceptions -fasynchronous-unwind-tables -fno-rtti -fno-threadsafe-statics)
if(ASSAY_SANITIZE)
  target_compile_options(assay_exceptions PRIVATE -fno-sanitize=all)
endif()
target_compile_definitions(assay_exceptions PRIVATE _GNU_SOURCE)
target_include_directories(assay_exceptions PRIVATE "${PROJECT_SOURCE_DIR}/lib")
target_link_libraries(assay_exceptions PUBLIC assay_runtime ${CMAKE_DL_LIBS} PRIVATE "$<BUILD_INTERFACE:assay_options>")
target_link_options(assay_exceptions INTERFACE "LINKER:-u,assay_v1_thrown")
configure_file("${PROJECT_SOURCE_DIR}/tools/cmake/assay-exceptions.pc.in" "${PROJECT_BINARY_DIR}/package/assay-exceptions.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/package/assay-exceptions.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
        COMPONENT runtime)
