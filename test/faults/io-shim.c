/*
 * Stands between a program and the file calls of the C library (LD_PRELOAD), for the files in one folder alone:
 *   STET_FAULT_FOLDER  the folder, absolute and without symbolic links
 *   STET_FAULT_LOG     a file that gets every call that changes a file or a name, and what is written to stdout
 *   STET_FAULT_ERROR   EIO or ENOSPC, which the call number STET_FAULT_AT (from 1) gets; with STET_FAULT_STICKY every
 *                      later one too. EIO counts all calls, ENOSPC only those that can need room. A write that fails
 *                      leaves the first half of what it was to write.
 * A record of the log: operation, descriptor (32 bits each), position (64), length (32), and so many bytes.
 * For Linux with glibc. disk-log.ts reads the log.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OP_OPEN = 1, OP_CLOSE, OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_UNLINK, OP_RENAME, OP_SAY };
enum { READS, WRITES };
#define MOST_FILES 4096

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static unsigned char watched[MOST_FILES];
static const char *folder;
static size_t folder_length;
static int log_file = -1;
static int fault;
static long fault_at;
static int sticky;
static long calls;

#define REAL(name) \
  static __typeof__(name) *real_##name; \
  if (!real_##name) real_##name = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *error = getenv("STET_FAULT_ERROR");
  const char *log = getenv("STET_FAULT_LOG");
  folder = getenv("STET_FAULT_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  if (error) fault = strcmp(error, "ENOSPC") == 0 ? ENOSPC : EIO;
  fault_at = getenv("STET_FAULT_AT") ? atol(getenv("STET_FAULT_AT")) : 0;
  sticky = getenv("STET_FAULT_STICKY") != NULL;
  if (log) {
    REAL(open);
    log_file = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

static int in_folder(const char *path) {
  return folder && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

static int is_watched(int file) { return file >= 0 && file < MOST_FILES && watched[file]; }

/* Called with the turn held. */
static void record(uint32_t op, int file, int64_t position, const void *bytes, size_t length) {
  unsigned char head[20];
  uint32_t descriptor = (uint32_t)file, size = (uint32_t)length;
  if (log_file < 0) return;
  memcpy(head, &op, 4);
  memcpy(head + 4, &descriptor, 4);
  memcpy(head + 8, &position, 8);
  memcpy(head + 16, &size, 4);
  REAL(writev);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  if (real_writev(log_file, parts, 2) != (ssize_t)(sizeof head + length)) abort();
}

/* Whether this call is one that fails; called with the turn held. */
static int fails(int kind) {
  if (!fault || (fault == ENOSPC && kind == READS)) return 0;
  calls++;
  if (calls != fault_at && !(sticky && calls > fault_at)) return 0;
  errno = fault;
  return 1;
}

static int opened(const char *path, int flags, int file) {
  if (file < 0 || file >= MOST_FILES) return file;
  watched[file] = in_folder(path);
  if (watched[file]) record(OP_OPEN, file, flags, path, strlen(path));
  return file;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { \
      va_list rest; \
      va_start(rest, flags); \
      mode = va_arg(rest, mode_t); \
      va_end(rest); \
    } \
    pthread_mutex_lock(&turn); \
    int file = in_folder(path) && fails(flags & O_CREAT ? WRITES : READS) ? -1 : real_##name(path, flags, mode); \
    file = opened(path, flags, file); \
    pthread_mutex_unlock(&turn); \
    return file; \
  }
OPEN(open)
OPEN(open64)

int close(int file) {
  REAL(close);
  pthread_mutex_lock(&turn);
  if (is_watched(file)) {
    record(OP_CLOSE, file, 0, "", 0);
    watched[file] = 0;
  }
  int result = real_close(file);
  pthread_mutex_unlock(&turn);
  return result;
}

#define PREAD(name, offset_type) \
  ssize_t name(int file, void *bytes, size_t length, offset_type position) { \
    REAL(name); \
    if (!is_watched(file)) return real_##name(file, bytes, length, position); \
    pthread_mutex_lock(&turn); \
    int failed = fails(READS); \
    pthread_mutex_unlock(&turn); \
    return failed ? -1 : real_##name(file, bytes, length, position); \
  }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

/* Writes and records; a failing call writes half. Called with the turn held. */
static ssize_t write_at(int file, const void *bytes, size_t length, int64_t position) {
  REAL(pwrite64);
  int failed = fails(WRITES);
  ssize_t written = real_pwrite64(file, bytes, failed ? length / 2 : length, position);
  if (written > 0) record(OP_WRITE, file, position, bytes, (size_t)written);
  if (failed) errno = fault;
  return failed ? -1 : written;
}

#define PWRITE(name, offset_type) \
  ssize_t name(int file, const void *bytes, size_t length, offset_type position) { \
    REAL(name); \
    if (!is_watched(file)) return real_##name(file, bytes, length, position); \
    pthread_mutex_lock(&turn); \
    ssize_t written = write_at(file, bytes, length, position); \
    pthread_mutex_unlock(&turn); \
    return written; \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(write);
  if (!is_watched(file) && file != STDOUT_FILENO) return real_write(file, bytes, length);
  pthread_mutex_lock(&turn);
  ssize_t written;
  if (file == STDOUT_FILENO) {
    written = real_write(file, bytes, length);
    if (written > 0) record(OP_SAY, file, 0, bytes, (size_t)written);
  } else {
    off_t position = lseek(file, 0, SEEK_CUR);
    written = write_at(file, bytes, length, position);
    if (written > 0) lseek(file, position + written, SEEK_SET);
  }
  pthread_mutex_unlock(&turn);
  return written;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(writev);
  if (!is_watched(file)) return real_writev(file, parts, count);
  ssize_t all = 0;
  for (int part = 0; part < count; part++) {
    ssize_t written = write(file, parts[part].iov_base, parts[part].iov_len);
    if (written < 0) return all ? all : -1;
    all += written;
    if ((size_t)written < parts[part].iov_len) break;
  }
  return all;
}

#define TRUNCATE(name, offset_type) \
  int name(int file, offset_type length) { \
    REAL(name); \
    if (!is_watched(file)) return real_##name(file, length); \
    pthread_mutex_lock(&turn); \
    int result = fails(WRITES) ? -1 : real_##name(file, length); \
    if (result == 0) record(OP_TRUNCATE, file, length, "", 0); \
    pthread_mutex_unlock(&turn); \
    return result; \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
  int name(int file) { \
    REAL(name); \
    if (!is_watched(file)) return real_##name(file); \
    pthread_mutex_lock(&turn); \
    int result = fails(WRITES) ? -1 : real_##name(file); \
    if (result == 0) record(OP_SYNC, file, 0, "", 0); \
    pthread_mutex_unlock(&turn); \
    return result; \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  REAL(unlink);
  pthread_mutex_lock(&turn);
  int watches = in_folder(path);
  int result = watches && fails(WRITES) ? -1 : real_unlink(path);
  if (watches && result == 0) record(OP_UNLINK, -1, 0, path, strlen(path));
  pthread_mutex_unlock(&turn);
  return result;
}

int rename(const char *from, const char *to) {
  REAL(rename);
  pthread_mutex_lock(&turn);
  int watches = in_folder(from) || in_folder(to);
  int result = watches && fails(WRITES) ? -1 : real_rename(from, to);
  if (watches && result == 0) {
    char names[2 * PATH_MAX + 2];
    int length = snprintf(names, sizeof names, "%s\n%s", from, to);
    record(OP_RENAME, -1, 0, names, (size_t)length);
  }
  pthread_mutex_unlock(&turn);
  return result;
}
