package web

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
)

// Hosts are the names under which a service may be asked. A web page that lets its
// own name resolve to this machine (DNS rebinding) is told apart by them: a browser
// sends the name that it was given. The zero value takes loopback names only.
type Hosts struct {
	any   bool
	names map[string]bool
}

// NewHosts makes the Hosts of a service that listens on addr, host:port: loopback
// names, the host of addr, and more, of which "*" is any. It fails on one that is no
// host.
func NewHosts(addr string, more ...string) (Hosts, error) {
	h := Hosts{names: map[string]bool{}}
	if host, _, err := net.SplitHostPort(addr); err == nil && host != "" {
		if name, ok := hostName(net.JoinHostPort(host, "")); ok {
			h.names[name] = true
		}
	}
	for _, host := range more {
		name, ok := hostName(strings.TrimSpace(host))
		switch {
		case strings.TrimSpace(host) == "*":
			h.any = true
		case ok && plainHost(name):
			h.names[name] = true
		default:
			return Hosts{}, fmt.Errorf("%q is no host: expected a name such as check.example.com (in ASCII: xn--...), an IP address, or * for any", host)
		}
	}
	return h, nil
}

// accept tells whether a request names one of the hosts. The address that its
// connection came in on is one, too: a name can be made to resolve to it, but a
// browser then sends the name.
func (h Hosts) accept(r *http.Request) bool {
	if h.any {
		return true
	}
	name, ok := hostName(r.Host)
	if !ok {
		return false
	}
	if h.names[name] || name == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(name)
	if err != nil {
		return false
	}
	local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	return ip.IsLoopback() || local != nil && ip == addressOf(local.String())
}

// addressOf gives the IP address of host:port, without a zone.
func addressOf(hostPort string) netip.Addr {
	at, err := netip.ParseAddrPort(hostPort)
	if err != nil {
		return netip.Addr{}
	}
	return at.Addr().Unmap().WithZone("")
}

// hostName gives the host of a Host header in the one way it is compared: without
// its port and one last dot, in small letters, an IP address as netip writes it.
func hostName(host string) (name string, ok bool) {
	if ip, err := netip.ParseAddr(host); err == nil { // ::1, which holds colons itself
		return ip.Unmap().WithZone("").String(), true
	}
	bracketed := strings.HasPrefix(host, "[")
	if bracketed && strings.HasSuffix(host, "]") || !strings.Contains(host, ":") {
		host += ":"
	}
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		return "", false
	}
	if _, err := strconv.ParseUint(port, 10, 16); port != "" && err != nil {
		return "", false
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	ip, err := netip.ParseAddr(name)
	if bracketed && (err != nil || !ip.Is6()) {
		return "", false
	}
	if err == nil {
		name = ip.Unmap().WithZone("").String()
	}
	return name, name != ""
}

// plainHost tells whether a name can be sent as a host by a browser.
func plainHost(name string) bool {
	for _, c := range []byte(name) {
		if c >= 0x80 || c <= ' ' || strings.IndexByte(`/\*?#@%[]<>"'`, c) >= 0 {
			return false
		}
	}
	return true
}
