"""The style of the register of discrepancies and of the mark beside a number; put into the start page."""

GAYA_TEMUAN = """
<style>
[class*="st-key-butir-temuan-"] { padding-bottom: .7rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 14%, transparent); }
.dk-temuan { max-width: 62rem; }
.dk-temuan .dk-temuan-kepala { display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: baseline;
  font-size: .84rem; }
.dk-temuan.dk-temuan h2 { font-size: .98rem; font-weight: 650; line-height: 1.35; margin: .1rem 0 .1rem; padding: 0; }
.dk-temuan p { font-size: .92rem; overflow-wrap: anywhere; }
.dk-temuan .dk-temuan-tempat { font-size: .84rem; margin-top: .15rem; }
.dk-keparahan { font-weight: 600; white-space: nowrap; }
.dk-keparahan > span { margin-right: .35em; font-variant-emoji: text; }
.dk-rincian-temuan { font-size: .92rem; }
.dk.dk-rincian-temuan.dk-rincian-temuan :is(p, dl, dt, dd, ul, li) { font-size: 1em; }
.dk-rincian-temuan h3 { font-size: 1.1rem; font-weight: 650; line-height: 1.3; margin: .25rem 0 .35rem; padding: 0; }
.dk.dk-rincian-temuan.dk-rincian-temuan blockquote { margin: .6rem 0; padding: .1rem 0 .1rem .8rem; font-size: 1em;
  overflow-wrap: anywhere; border-left: 3px solid color-mix(in srgb, currentColor 30%, transparent); }
.dk.dk-rincian-temuan.dk-rincian-temuan dl { display: grid; grid-template-columns: minmax(6.5rem, auto) 1fr;
  gap: .35rem .9rem; margin: .6rem 0 0; padding: 0; }
.dk-rincian-temuan dt { color: color-mix(in srgb, currentColor 72%, transparent); }
.dk.dk-rincian-temuan.dk-rincian-temuan dd { margin: 0; overflow-wrap: anywhere; }
.dk.dk-rincian-temuan.dk-rincian-temuan ul { margin: 0; padding-left: 1.1rem; }
.dk.dk-rincian-temuan.dk-rincian-temuan li { margin: .1rem 0; }
a.dk-tanda { display: inline-block; color: inherit; text-decoration: none; font-size: .8rem; font-weight: 600;
  line-height: 1.3; white-space: nowrap; padding: .08rem .45rem; margin-left: .35rem; border-radius: 6px;
  border: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
a.dk-tanda:hover, a.dk-tanda:focus-visible { background: color-mix(in srgb, currentColor 8%, transparent); }
@media (max-width: 640px) {
  .dk.dk-rincian-temuan.dk-rincian-temuan dl { grid-template-columns: 1fr; gap: .05rem; }
  .dk.dk-rincian-temuan.dk-rincian-temuan dd { margin-bottom: .4rem; }
  a.dk-tanda { padding: .3rem .6rem; }
}
</style>
"""
