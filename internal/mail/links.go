package mail

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

// Links lists the web addresses a reader of the message can follow, each
// once. Those our templates made clickable come first, so the first one is
// the action the mail asks for, whatever somebody wrote into a name.
func Links(m Message) []string {
	var found []string
	add := func(link string) {
		if !slices.Contains(found, link) {
			found = append(found, link)
		}
	}
	for _, match := range regexp.MustCompile(`<a\s[^>]*href="(https?://[^"]+)"`).FindAllStringSubmatch(m.HTML, -1) {
		add(html.UnescapeString(match[1]))
	}
	for _, link := range regexp.MustCompile(`https?://[^\s<>"]+`).FindAllString(m.Text, -1) {
		add(strings.TrimRight(link, ".,;:!?)'"))
	}
	return found
}
