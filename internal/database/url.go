package database

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/lib/pq"
)

// DefaultConnectTimeout bounds the attempt on each host when the URL does not
// say. Hosts are tried one after another, so a context for a new connection
// must be longer than this times the number of hosts.
const DefaultConnectTimeout = 5 * time.Second

// poolerPort is where PgBouncer listens by custom.
const poolerPort = 6432

// Settings is a checked DATABASE_URL.
type Settings struct {
	// DSN is the text for lib/pq: the given one, with connect_timeout added
	// when it had none and without the keys that only this program reads.
	// A listener takes it as it is.
	DSN string
	// TransactionPooler says that a server connection may change between
	// two transactions: no prepared statements, no LISTEN, no session state.
	TransactionPooler bool

	config pq.Config
}

// ParseURL checks a DATABASE_URL in URL or key=value form. Two keys are ours
// and never reach the server: pgbouncer (true or false) and pool_mode (session
// or transaction) tell what stands in front of PostgreSQL; without them port
// 6432 counts as a transaction pooler. Behind one, lib/pq's default mode can
// return rows of another client, so binary_parameters=yes is demanded there.
// No error repeats the URL: it holds a password.
func ParseURL(raw string) (Settings, error) {
	if strings.TrimSpace(raw) == "" {
		return Settings{}, errors.New("DATABASE_URL is empty")
	}
	dsn, own, err := takeKeys(raw, "pgbouncer", "pool_mode")
	if err != nil {
		return Settings{}, fmt.Errorf("DATABASE_URL: %w", err)
	}
	config, err := parseConfig(dsn)
	if err != nil {
		return Settings{}, err
	}
	if config.ConnectTimeout <= 0 { // from the text, the environment and the service file
		if dsn, _, err = takeKeys(dsn, "connect_timeout"); err != nil {
			return Settings{}, fmt.Errorf("DATABASE_URL: %w", err)
		}
		dsn = addKey(dsn, "connect_timeout", fmt.Sprint(int(DefaultConnectTimeout/time.Second)))
		if config, err = parseConfig(dsn); err != nil {
			return Settings{}, err
		}
	}
	pooler, err := behindTransactionPooler(config, own)
	if err != nil {
		return Settings{}, err
	}
	if pooler && !config.BinaryParameters {
		return Settings{}, errors.New("DATABASE_URL leads to a transaction pooler, where answers can reach the wrong client: " +
			"add binary_parameters=yes, or pool_mode=session (or pgbouncer=false) if it is none")
	}
	return Settings{DSN: dsn, TransactionPooler: pooler, config: config}, nil
}

func parseConfig(dsn string) (pq.Config, error) {
	config, err := pq.NewConfig(dsn)
	if bad, ok := errors.AsType[*url.Error](err); ok {
		err = bad.Err // its own text carries the whole URL
	}
	if err != nil {
		return config, fmt.Errorf("DATABASE_URL: %w", err)
	}
	return config, nil
}

func behindTransactionPooler(config pq.Config, own map[string]string) (bool, error) {
	switch mode := own["pool_mode"]; mode {
	case "session":
		return false, nil
	case "transaction":
		return true, nil
	case "":
	default:
		return false, fmt.Errorf("DATABASE_URL: pool_mode is %q: must be session or transaction", mode)
	}
	switch said := strings.ToLower(own["pgbouncer"]); said {
	case "true", "yes", "on", "1":
		return true, nil
	case "false", "no", "off", "0":
		return false, nil
	case "":
	default:
		return false, fmt.Errorf("DATABASE_URL: pgbouncer is %q: must be true or false", said)
	}
	return config.Port == poolerPort || slices.ContainsFunc(config.Multi, func(h pq.ConfigMultihost) bool {
		return h.Port == poolerPort
	}), nil
}

func isURL(dsn string) bool {
	return strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://")
}

// addKey appends a key whose value needs no quoting.
func addKey(dsn, key, value string) string {
	switch {
	case !isURL(dsn):
		return dsn + " " + key + "=" + value
	case strings.Contains(dsn, "?"):
		return dsn + "&" + key + "=" + value
	default:
		return dsn + "?" + key + "=" + value
	}
}

// takeKeys cuts the named keys out of a connection string and leaves every
// other byte where it was.
func takeKeys(dsn string, keys ...string) (rest string, taken map[string]string, err error) {
	taken = map[string]string{}
	if !isURL(dsn) {
		return takePairs(dsn, keys, taken)
	}
	base, query, ok := strings.Cut(dsn, "?")
	if !ok {
		return dsn, taken, nil
	}
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(part, "=")
		if !slices.Contains(keys, key) {
			kept = append(kept, part)
			continue
		}
		if taken[key], err = url.QueryUnescape(value); err != nil {
			return "", nil, fmt.Errorf("value of %s: %w", key, err)
		}
	}
	if len(kept) == 0 {
		return base, taken, nil
	}
	return base + "?" + strings.Join(kept, "&"), taken, nil
}

// takePairs is takeKeys for the key=value form: values may be in single
// quotes, a backslash keeps the next character, spaces may stand around "=".
func takePairs(dsn string, keys []string, taken map[string]string) (string, map[string]string, error) {
	var rest strings.Builder
	s := []rune(dsn)
	skip := func(i int) int {
		for i < len(s) && unicode.IsSpace(s[i]) {
			i++
		}
		return i
	}
	for i := 0; i < len(s); {
		start := i
		i = skip(i)
		from := i
		for i < len(s) && s[i] != '=' && !unicode.IsSpace(s[i]) {
			i++
		}
		key := string(s[from:i])
		if i = skip(i); i >= len(s) || s[i] != '=' {
			if key == "" && i >= len(s) {
				break // trailing space
			}
			return "", nil, fmt.Errorf("missing \"=\" after key number %d", strings.Count(string(s[:from]), "=")+1)
		}
		var value []rune
		i = skip(i + 1)
		quoted := i < len(s) && s[i] == '\''
		if quoted {
			i++
		}
		for ; i < len(s) && (quoted && s[i] != '\'' || !quoted && !unicode.IsSpace(s[i])); i++ {
			if s[i] == '\\' && i+1 < len(s) {
				i++
			}
			value = append(value, s[i])
		}
		if quoted {
			i++ // the closing quote; lib/pq reports a missing one
		}
		i = min(i, len(s))
		if slices.Contains(keys, key) {
			taken[key] = string(value)
			continue
		}
		rest.WriteString(string(s[start:i]))
	}
	return strings.TrimLeftFunc(rest.String(), unicode.IsSpace), taken, nil
}
