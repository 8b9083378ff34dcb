package server

import (
	"errors"
	"io/fs"
	"net/http"
	"strings"

	"tenantry/internal/mail"
)

// mailboxShows is how many messages the mailbox lists.
const mailboxShows = 100

// mailPolicy keeps a mail's own markup from doing anything: no script, no
// request, no form. Its links open in a window of their own.
const mailPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
	"form-action 'none'; frame-ancestors 'self'"

// development mounts what exists only while developing.
func development(mux *http.ServeMux, cfg Config) {
	t := templates()
	if cfg.Personas != nil {
		mux.HandleFunc("GET /dev/personas", func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, http.StatusOK, cfg.Personas) })
	}
	mailSamples(mux, cfg, t)
	if cfg.Mailbox == nil {
		return
	}
	list := func(w http.ResponseWriter) ([]mail.Stored, bool) {
		messages, err := cfg.Mailbox.List(mailboxShows)
		if err != nil {
			cfg.Logger.Error("read the mailbox", "error", err.Error())
			http.Error(w, "the mailbox could not be read", http.StatusInternalServerError)
		}
		return messages, err == nil
	}
	mux.HandleFunc("GET /dev/mailbox", func(w http.ResponseWriter, _ *http.Request) {
		if messages, ok := list(w); ok {
			render(w, t, "mailbox.html", pagePolicy, messages)
		}
	})
	mux.HandleFunc("GET /dev/mailbox.json", func(w http.ResponseWriter, _ *http.Request) {
		if messages, ok := list(w); ok {
			writeJSON(w, http.StatusOK, append([]mail.Stored{}, messages...))
		}
	})
	message := func(show func(http.ResponseWriter, mail.Stored)) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			stored, err := cfg.Mailbox.Get(strings.TrimSuffix(r.PathValue("id"), ".json"))
			switch {
			case errors.Is(err, fs.ErrNotExist):
				http.NotFound(w, r)
			case err != nil:
				cfg.Logger.ErrorContext(r.Context(), "read a message", "error", err.Error())
				http.Error(w, "the message could not be read", http.StatusInternalServerError)
			case strings.HasSuffix(r.PathValue("id"), ".json"):
				writeJSON(w, http.StatusOK, stored)
			default:
				show(w, stored)
			}
		}
	}
	mux.HandleFunc("GET /dev/mailbox/{id}", message(func(w http.ResponseWriter, m mail.Stored) { render(w, t, "message.html", pagePolicy, m) }))
	mux.HandleFunc("GET /dev/mailbox/{id}/html", message(func(w http.ResponseWriter, m mail.Stored) {
		frame(w, m.Message)
	}))
}
