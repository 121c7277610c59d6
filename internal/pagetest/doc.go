// Package pagetest drives the page of mingcha serve in a real browser, Debian's
// Chromium. It is a module of its own, so that the library does not depend on
// what drives browsers. scripts/install-chromium.sh installs the browser.
//
// With PAGE_SHOTS=FOLDER the tests also write pictures of the page; docs/page.png is
// page.png of them.
package pagetest
