// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded by check_faults.py: lets the N-th call of one kind fail that concerns files under one folder, or, with N = 0,
// every one of them. GATESCOPE_FAULT is "call:N:errno", GATESCOPE_FAULT_FOLDER the folder, GATESCOPE_FAULT_COUNT a file
// that takes how many such calls there were.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static int count;

static int under_folder(const char *path)
{
    const char *folder = getenv("GATESCOPE_FAULT_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int open_under_folder(int descriptor)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return under_folder(path);
}

static int fails(const char *call, int concerned)
{
    const char *fault = getenv("GATESCOPE_FAULT");
    const size_t length = strlen(call);
    if (!concerned || !fault || strncmp(fault, call, length) != 0 || fault[length] != ':')
        return 0;
    const int wanted = atoi(fault + length + 1);
    if (++count != wanted && wanted != 0)
        return 0;
    errno = atoi(strrchr(fault, ':') + 1);
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("GATESCOPE_FAULT_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file)
        return;
    fprintf(file, "%d", count);
    fclose(file);
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (mode_t)va_arg(arguments, int);
    va_end(arguments);
    return fails("open", under_folder(path)) ? -1 : REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (mode_t)va_arg(arguments, int);
    va_end(arguments);
    return fails("open", under_folder(path)) ? -1 : REAL(open64)(path, flags, mode);
}

ssize_t write(int descriptor, const void *data, size_t size)
{
    return fails("write", open_under_folder(descriptor)) ? -1 : REAL(write)(descriptor, data, size);
}

int fsync(int descriptor)
{
    return fails("fsync", open_under_folder(descriptor)) ? -1 : REAL(fsync)(descriptor);
}

int flock(int descriptor, int operation)
{
    return fails("flock", open_under_folder(descriptor)) ? -1 : REAL(flock)(descriptor, operation);
}

int fchmod(int descriptor, mode_t mode)
{
    return fails("fchmod", open_under_folder(descriptor)) ? -1 : REAL(fchmod)(descriptor, mode);
}

int rename(const char *from, const char *to)
{
    return fails("rename", under_folder(to)) ? -1 : REAL(rename)(from, to);
}

int close(int descriptor)
{
    const int concerned = open_under_folder(descriptor);
    const int result = REAL(close)(descriptor); // the system closes also when it reports an error
    return fails("close", concerned) ? -1 : result;
}
