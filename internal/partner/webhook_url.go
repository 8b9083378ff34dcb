package partner

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"tenantry/internal/fault"
)

const maxURL = 500 // characters

// webhookURL checks the address of an endpoint and brings it to one spelling: of
// the public web by https, without a user or a fragment. Whoever delivers must
// look again at what the name resolves to, which can change.
func webhookURL(errs *fault.Refusals, path, text string) string {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		errs.Add(fault.Required, path, "An address is required.")
		return ""
	case utf8.RuneCountInString(text) > maxURL:
		errs.Add(fault.TooLong, path, "At most %d characters are allowed.", maxURL)
		return ""
	}
	u, err := url.Parse(text)
	if err != nil || u.Opaque != "" || strings.ContainsAny(text, "\\ \t\r\n") {
		errs.Add(fault.Invalid, path, "This is not a web address, such as https://hooks.partner.test/in.")
		return ""
	}
	host, wrong := publicHost(u)
	switch {
	case !strings.EqualFold(u.Scheme, "https"):
		wrong = "The address must begin with https."
	case u.User != nil:
		wrong = "The address must not hold a user or a password."
	case strings.Contains(text, "#"):
		wrong = "The address must not have a fragment."
	}
	if wrong != "" {
		errs.Add(fault.Invalid, path, "%s", wrong)
		return ""
	}
	u.Scheme, u.Host = "https", host
	return u.String()
}

// publicHost is the host of an address with its port in one spelling, or why it
// is not one of the public web.
func publicHost(u *url.URL) (host, wrong string) {
	const private = "The address must lead to the public web, not to this machine or a private network."
	name, port := strings.TrimSuffix(strings.ToLower(u.Hostname()), "."), u.Port()
	if n, err := strconv.ParseUint(port, 10, 16); port != "" && (err != nil || n == 0) || strings.HasSuffix(u.Host, ":") {
		return "", "The address has no valid port."
	}
	if port == "443" {
		port = ""
	}
	if ip, err := netip.ParseAddr(name); err == nil {
		if ip.Zone() != "" || !public(ip.Unmap()) {
			return "", private
		}
		if name = ip.String(); ip.Is6() {
			name = "[" + name + "]"
		}
		return joined(name, port), ""
	}
	ascii, err := idna.New(idna.MapForLookup(), idna.StrictDomainName(true), idna.VerifyDNSLength(true)).ToASCII(name)
	last := ascii[strings.LastIndexByte(ascii, '.')+1:]
	switch {
	case err != nil || ascii == "" || strings.HasPrefix(u.Host, "["):
		return "", "The address has no valid host name."
	case !strings.Contains(ascii, "."), strings.Trim(last, "0123456789") == "", strings.HasPrefix(last, "0x"):
		// A single word is a name of this network, and programs read numbers,
		// also in hexadecimal, as an IPv4 address.
		return "", private
	}
	for _, own := range []string{"localhost", "local", "internal", "lan", "home.arpa", "localdomain"} {
		if ascii == own || strings.HasSuffix(ascii, "."+own) {
			return "", private
		}
	}
	return joined(ascii, port), ""
}

func joined(name, port string) string {
	if port == "" {
		return name
	}
	return name + ":" + port
}

// public reports whether an address is one of the public internet.
func public(ip netip.Addr) bool {
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, kept := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10",
	} {
		if netip.MustParsePrefix(kept).Contains(ip) { // for special uses, or another address within
			return false
		}
	}
	return true
}
