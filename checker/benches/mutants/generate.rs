//! From a source file to the same with one small change, in all ways that are known here: operators, constants,
//! conditions, statements, arms, calls in a chain, whole bodies.
//!
//! The syntax tree tells where; the change itself is made in the text, so that all else stays as it was written.

use std::ops::Range;

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Lit, Stmt, UnOp};

/// A source with one change.
pub struct Mutant {
    /// The function or constant that is changed, and how: `send: `==` → `!=``. With a number where that is not the
    /// only such change.
    pub name: String,
    pub line: usize,
    pub text: String,
}

/// All changes of `source`, in the order in which they stand there.
pub fn all(source: &str) -> Result<Vec<Mutant>, String> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let mut found = Finder { source, place: Vec::new(), changes: Vec::new() };
    found.visit_file(&file);
    let mut changes = found.changes;
    changes.sort_by_key(|change| change.range.start);
    let mut mutants: Vec<Mutant> = Vec::new();
    for change in changes {
        let same =
            |mutant: &&Mutant| mutant.name == change.name || mutant.name.starts_with(&format!("{} #", change.name));
        let before = mutants.iter().filter(same).count();
        let name = if before == 0 { change.name.clone() } else { format!("{} #{}", change.name, before + 1) };
        let line = 1 + source.get(..change.range.start).unwrap_or_default().matches('\n').count();
        let mut text = source.to_owned();
        text.replace_range(change.range, &change.new);
        mutants.push(Mutant { name, line, text });
    }
    Ok(mutants)
}

struct Change {
    name: String,
    range: Range<usize>,
    new: String,
}

struct Finder<'a> {
    source: &'a str,
    /// The items around what is being visited.
    place: Vec<String>,
    changes: Vec<Change>,
}

impl Finder<'_> {
    fn text(&self, span: Span) -> &str {
        self.source.get(span.byte_range()).unwrap_or_default()
    }

    fn change(&mut self, span: Span, new: impl Into<String>) {
        let (old, new) = (short(self.text(span)), new.into());
        let shown = if new.trim().is_empty() { "nothing".to_owned() } else { format!("`{}`", short(&new)) };
        let name = format!("{}: `{old}` → {shown}", self.place.join("."));
        self.changes.push(Change { name, range: span.byte_range(), new });
    }

    fn within(&mut self, name: String, visit: impl FnOnce(&mut Self)) {
        self.place.push(name);
        visit(self);
        self.place.pop();
    }

    /// A body that does nothing, where it is plain what that would give.
    fn body(&mut self, output: &syn::ReturnType, block: &syn::Block) {
        let result = match output {
            syn::ReturnType::Default => String::new(),
            syn::ReturnType::Type(_, kind) => self.text(kind.span()).to_owned(),
        };
        let nothing: &[&str] = match result.as_str() {
            "" => &["{}"],
            "bool" => &["{ true }", "{ false }"],
            kind if kind.ends_with("Result<()>") || kind.starts_with("Result<(),") => &["{ Ok(()) }"],
            kind if kind.starts_with("Option<") => &["{ None }"],
            kind if kind.contains("Result<Option<") => &["{ Ok(None) }"],
            "ExitCode" => &["{ ExitCode::SUCCESS }"],
            _ => &[],
        };
        for new in nothing {
            self.change(block.span(), *new);
        }
    }

    /// Two statements that could stand the other way round.
    fn swap(&mut self, pair: &[Stmt]) {
        let acts = |stmt: &Stmt| matches!(stmt, Stmt::Expr(_, Some(_)) | Stmt::Macro(_));
        let [one, two] = pair else { return };
        if acts(one) && acts(two) {
            let between =
                self.source.get(one.span().byte_range().end..two.span().byte_range().start).unwrap_or_default();
            let new = format!("{}{between}{}", self.text(two.span()), self.text(one.span()));
            let range = one.span().byte_range().start..two.span().byte_range().end;
            let name = format!("{}: `{}` after the next", self.place.join("."), short(self.text(one.span())));
            self.changes.push(Change { name, range, new });
        }
    }

    fn condition(&mut self, condition: &Expr) {
        if !matches!(condition, Expr::Let(_)) && !has_let(condition) {
            let negated = format!("!({})", self.text(condition.span()));
            self.change(condition.span(), negated);
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {
        // Another file, or tests.
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.within(function.sig.ident.to_string(), |it| {
            it.body(&function.sig.output, &function.block);
            visit::visit_block(it, &function.block);
        });
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.within(function.sig.ident.to_string(), |it| {
            it.body(&function.sig.output, &function.block);
            visit::visit_block(it, &function.block);
        });
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let name = self.text(item.self_ty.span()).to_owned();
        self.within(name, |it| visit::visit_item_impl(it, item));
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.within(item.ident.to_string(), |it| it.visit_expr(&item.expr));
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        for stmt in &block.stmts {
            match stmt {
                // What follows it says `return` and the like: nothing would compile without.
                Stmt::Expr(Expr::Return(_), _) => {}
                Stmt::Expr(_, Some(_)) | Stmt::Macro(_) => self.change(stmt.span(), ""),
                Stmt::Expr(Expr::If(it), None) if it.else_branch.is_none() => self.change(stmt.span(), ""),
                Stmt::Expr(Expr::ForLoop(_) | Expr::While(_), None) => self.change(stmt.span(), ""),
                _ => {}
            }
        }
        block.stmts.windows(2).for_each(|pair| self.swap(pair));
        visit::visit_block(self, block);
    }

    fn visit_expr_if(&mut self, it: &'ast syn::ExprIf) {
        self.condition(&it.cond);
        visit::visit_expr_if(self, it);
    }

    fn visit_expr_while(&mut self, it: &'ast syn::ExprWhile) {
        self.condition(&it.cond);
        visit::visit_expr_while(self, it);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.change(arm.span(), "");
        visit::visit_arm(self, arm);
    }

    fn visit_pat_guard(&mut self, pat: &'ast syn::PatGuard) {
        self.change(pat.guard.span(), "true");
        self.change(pat.guard.span(), "false");
        visit::visit_pat_guard(self, pat);
    }

    fn visit_expr_binary(&mut self, it: &'ast syn::ExprBinary) {
        for new in others(&it.op) {
            self.change(it.op.span(), *new);
        }
        visit::visit_expr_binary(self, it);
    }

    fn visit_expr_unary(&mut self, it: &'ast syn::ExprUnary) {
        if matches!(it.op, UnOp::Not(_) | UnOp::Neg(_)) {
            self.change(it.op.span(), "");
        }
        visit::visit_expr_unary(self, it);
    }

    fn visit_expr_method_call(&mut self, it: &'ast syn::ExprMethodCall) {
        // The end of the chain is left out: `line.trim_end()` is `line`.
        let receiver = self.text(it.receiver.span()).to_owned();
        let call = self.text(it.span()).get(receiver.len()..).unwrap_or_default().trim().to_owned();
        let name = format!("{}: `{}` left out", self.place.join("."), short(&call));
        self.changes.push(Change { name, range: it.span().byte_range(), new: receiver });
        visit::visit_expr_method_call(self, it);
    }

    fn visit_expr_break(&mut self, it: &'ast syn::ExprBreak) {
        if it.expr.is_none() {
            self.change(it.span(), "continue");
        }
    }

    fn visit_expr_continue(&mut self, it: &'ast syn::ExprContinue) {
        self.change(it.span(), "break");
    }

    fn visit_lit(&mut self, lit: &'ast Lit) {
        let new: Vec<String> = match lit {
            Lit::Int(it) => match it.base10_parse::<u64>() {
                Ok(0) => vec![format!("1{}", it.suffix())],
                Ok(number) => vec![format!("{}{}", number + 1, it.suffix()), format!("0{}", it.suffix())],
                Err(_) => Vec::new(),
            },
            Lit::Bool(it) => vec![(!it.value).to_string()],
            Lit::Byte(it) => vec![if it.value() == b'x' { "b'y'" } else { "b'x'" }.to_owned()],
            Lit::Char(it) => vec![if it.value() == 'x' { "'y'" } else { "'x'" }.to_owned()],
            Lit::Str(_) | Lit::ByteStr(_) => {
                let old = self.text(lit.span());
                let start = &old[..=old.find('"').unwrap_or_default()];
                // Nothing; where arguments would be left over, something else.
                let new = if old.contains("{}") {
                    old.replacen(start, &format!("{start}x"), 1)
                } else {
                    format!("{start}\"")
                };
                vec![new]
            }
            _ => Vec::new(),
        };
        for new in new {
            self.change(lit.span(), new);
        }
    }
}

/// What else could have been written there.
fn others(op: &BinOp) -> &'static [&'static str] {
    match op {
        BinOp::Eq(_) => &["!="],
        BinOp::Ne(_) => &["=="],
        BinOp::Lt(_) => &["<=", ">"],
        BinOp::Le(_) => &["<", ">"],
        BinOp::Gt(_) => &[">=", "<"],
        BinOp::Ge(_) => &[">", "<"],
        BinOp::And(_) => &["||"],
        BinOp::Or(_) => &["&&"],
        BinOp::Add(_) => &["-"],
        BinOp::Sub(_) => &["+"],
        BinOp::Mul(_) => &["+"],
        BinOp::Div(_) => &["*"],
        BinOp::Rem(_) => &["/"],
        BinOp::AddAssign(_) => &["-=", "="],
        BinOp::SubAssign(_) => &["+=", "="],
        _ => &[],
    }
}

/// `if let … && …` cannot be negated as a whole.
fn has_let(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(it) => has_let(&it.left) || has_let(&it.right),
        _ => false,
    }
}

/// One line, and not a long one.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
