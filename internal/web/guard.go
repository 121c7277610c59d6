package web

import (
	"fmt"
	"net/http"
)

// guarded lets no web page of others reach the service: neither by a name of its own
// (see Hosts) nor from another origin. A program that is no browser sends neither
// Origin nor Sec-Fetch-Site and passes.
func guarded(hosts Hosts, next http.Handler) http.Handler {
	var origins http.CrossOriginProtection
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !hosts.accept(r) {
			fail(w, &failure{Status: http.StatusForbidden, Field: "Host", Message: fmt.Sprintf(
				"%q is no name of this service: expected localhost, the host of --addr, or one that --allow-host names", clip(r.Host))})
			return
		}
		asked := r
		if !navigation(r) {
			// CrossOriginProtection lets every GET pass, as it changes nothing. Here none
			// of them is for other pages either.
			changing := *r
			changing.Method = http.MethodPost
			asked = &changing
		}
		if err := origins.Check(asked); err != nil {
			fail(w, &failure{Status: http.StatusForbidden, Field: "Origin", Message: "a web page of another origin may not ask this service: " + err.Error()})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// navigation tells whether a browser opens the address in a tab: following a link to
// the page is no harm.
func navigation(r *http.Request) bool {
	destination := r.Header.Get("Sec-Fetch-Dest")
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) &&
		r.Header.Get("Sec-Fetch-Mode") == "navigate" && (destination == "" || destination == "document")
}
