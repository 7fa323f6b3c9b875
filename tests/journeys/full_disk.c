/* A disk that is full whenever the test says so; loaded before a program (LD_PRELOAD).
 *
 * While the file $JOURNEY_DISK_FULL exists, nothing more can be written to files below
 * $JOURNEY_DISK. A real small disk would have to be mounted, which only the superuser may.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int refuses(int file)
{
    const char *full = getenv("JOURNEY_DISK_FULL"), *disk = getenv("JOURNEY_DISK");
    if (!full || !disk || access(full, F_OK) != 0)
        return 0;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    errno = ENOSPC;
    return strncmp(path, disk, strlen(disk)) == 0;
}

ssize_t write(int file, const void *bytes, size_t count)
{
    static ssize_t (*machine)(int, const void *, size_t);
    if (!machine)
        machine = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    return refuses(file) ? -1 : machine(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place)
{
    static ssize_t (*machine)(int, const void *, size_t, off_t);
    if (!machine)
        machine = (ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
    return refuses(file) ? -1 : machine(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place)
{
    static ssize_t (*machine)(int, const void *, size_t, off64_t);
    if (!machine)
        machine = (ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
    return refuses(file) ? -1 : machine(file, bytes, count, place);
}
