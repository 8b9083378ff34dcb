package devpg

import (
	"os"
	"regexp"
	"strings"
)

// installCommand is the one command that brings PostgreSQL to this system.
func (f finder) installCommand() string {
	switch f.system() {
	case "darwin":
		return "brew install postgresql@17"
	case "fedora":
		return f.sudo("dnf install -y postgresql-server postgresql-contrib")
	case "alpine":
		return f.sudo("apk add postgresql postgresql-contrib")
	}
	return f.sudo("apt-get install -y postgresql postgresql-contrib")
}

// contribCommand brings the extensions that come with PostgreSQL.
func (f finder) contribCommand() string {
	switch f.system() {
	case "darwin":
		return "brew reinstall postgresql@17"
	case "fedora":
		return f.sudo("dnf install -y postgresql-contrib")
	case "alpine":
		return f.sudo("apk add postgresql-contrib")
	}
	return f.sudo("apt-get install -y postgresql-contrib")
}

// system is the family that decides on the package manager, Debian's when in
// doubt.
func (f finder) system() string {
	if f.goos == "darwin" {
		return "darwin"
	}
	b, err := os.ReadFile(f.root + "/etc/os-release")
	if err != nil {
		return "debian"
	}
	for _, m := range regexp.MustCompile(`(?m)^ID(?:_LIKE)?=(.*)$`).FindAllSubmatch(b, -1) {
		for _, id := range strings.Fields(strings.Trim(string(m[1]), `"'`)) {
			switch id {
			case "debian", "ubuntu":
				return "debian"
			case "fedora", "rhel", "centos":
				return "fedora"
			case "alpine":
				return "alpine"
			}
		}
	}
	return "debian"
}

func (f finder) sudo(command string) string {
	if f.euid == 0 {
		return command
	}
	return "sudo " + command
}
