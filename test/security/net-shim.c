/*
 * Loaded before the C library: writes a line to the file STET_NET_LOG for every address that a process connects to over TCP
 * or sends a datagram to, and for every name that it asks the system to look up. Nothing is held up. A datagram socket that
 * is only connected sends nothing (Chromium does that to learn its own address), so that is not written down.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void note(const char *line) {
  const char *path = getenv("STET_NET_LOG");
  if (!path) return;
  int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return;
  ssize_t written = write(file, line, strlen(line));
  (void)written;
  close(file);
}

static void note_address(const char *how, const struct sockaddr *address) {
  char host[INET6_ADDRSTRLEN] = "?", line[128];
  int port = 0;
  if (!address) return;
  if (address->sa_family == AF_INET) {
    const struct sockaddr_in *four = (const struct sockaddr_in *)address;
    inet_ntop(AF_INET, &four->sin_addr, host, sizeof host);
    port = ntohs(four->sin_port);
  } else if (address->sa_family == AF_INET6) {
    const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)address;
    inet_ntop(AF_INET6, &six->sin6_addr, host, sizeof host);
    port = ntohs(six->sin6_port);
  } else {
    return;
  }
  snprintf(line, sizeof line, "%s %s %d\n", how, host, port);
  note(line);
}

static void note_peer(int socket) {
  struct sockaddr_storage peer;
  socklen_t length = sizeof peer;
  if (getpeername(socket, (struct sockaddr *)&peer, &length) == 0) note_address("send", (struct sockaddr *)&peer);
}

static int is_datagram(int socket) {
  int type = 0;
  socklen_t length = sizeof type;
  return getsockopt(socket, SOL_SOCKET, SO_TYPE, &type, &length) == 0 && type == SOCK_DGRAM;
}

int connect(int socket, const struct sockaddr *address, socklen_t length) {
  static int (*real)(int, const struct sockaddr *, socklen_t);
  if (!real) real = dlsym(RTLD_NEXT, "connect");
  if (!is_datagram(socket)) note_address("connect", address);
  return real(socket, address, length);
}

ssize_t send(int socket, const void *data, size_t size, int flags) {
  static ssize_t (*real)(int, const void *, size_t, int);
  if (!real) real = dlsym(RTLD_NEXT, "send");
  if (is_datagram(socket)) note_peer(socket);
  return real(socket, data, size, flags);
}

ssize_t sendto(int socket, const void *data, size_t size, int flags, const struct sockaddr *to, socklen_t length) {
  static ssize_t (*real)(int, const void *, size_t, int, const struct sockaddr *, socklen_t);
  if (!real) real = dlsym(RTLD_NEXT, "sendto");
  if (to) note_address("send", to);
  else if (is_datagram(socket)) note_peer(socket);
  return real(socket, data, size, flags, to, length);
}

ssize_t sendmsg(int socket, const struct msghdr *message, int flags) {
  static ssize_t (*real)(int, const struct msghdr *, int);
  if (!real) real = dlsym(RTLD_NEXT, "sendmsg");
  if (message && message->msg_name) note_address("send", message->msg_name);
  else if (is_datagram(socket)) note_peer(socket);
  return real(socket, message, flags);
}

int sendmmsg(int socket, struct mmsghdr *messages, unsigned int count, int flags) {
  static int (*real)(int, struct mmsghdr *, unsigned int, int);
  if (!real) real = dlsym(RTLD_NEXT, "sendmmsg");
  if (messages && count > 0 && messages[0].msg_hdr.msg_name) note_address("send", messages[0].msg_hdr.msg_name);
  else if (is_datagram(socket)) note_peer(socket);
  return real(socket, messages, count, flags);
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
  static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
  char line[300];
  if (!real) real = dlsym(RTLD_NEXT, "getaddrinfo");
  struct in6_addr literal;
  if (name && inet_pton(AF_INET, name, &literal) != 1 && inet_pton(AF_INET6, name, &literal) != 1) {
    snprintf(line, sizeof line, "resolve %.255s 0\n", name);
    note(line);
  }
  return real(name, service, hints, found);
}
