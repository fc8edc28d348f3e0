// wrong: what a write did not take at once is thrown away
// only: 05.catches-up
// named: write-takes-a-part
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <signal.h>
#include <unistd.h>
#include <fcntl.h>
#include <poll.h>
#include <netdb.h>
#include <arpa/inet.h>
#include <sys/socket.h>
#define BIND "0.0.0.0:6000"
#define MAXL 70000
#define MAXC 1000
struct cl{int fd;char ip[64];char*in;size_t nin;char*out;size_t nout,cap;int dead;};
static struct cl cl[MAXC];static int n;
static void usage(void){fprintf(stderr,"usage: chat-relay [BIND]\n");exit(2);}
static void flush(struct cl*c){
  size_t o=0;
  while(o<c->nout){ssize_t r=send(c->fd,c->out+o,c->nout-o,MSG_NOSIGNAL);if(r<0){if(errno==EINTR)continue;if(errno!=EAGAIN)c->dead=1;break;}o+=r;}
  c->nout=0;
  if(c->nout>(1<<20)+MAXL)c->dead=1;
}
static void push(struct cl*c,const char*b,size_t k){
  if(c->nout+k>c->cap){c->cap=(c->nout+k)*2;c->out=realloc(c->out,c->cap);}
  memcpy(c->out+c->nout,b,k);c->nout+=k;
}
static void relay(int i,const char*l,size_t k){
  if(k&&l[k-1]=='\r')k--;
  char*m=malloc(k+80);int h=sprintf(m,"%s: ",cl[i].ip);memcpy(m+h,l,k);m[h+k]='\n';
  for(int j=0;j<n;j++)if(j!=i&&!cl[j].dead){push(&cl[j],m,h+k+1);flush(&cl[j]);}
  free(m);
}
int main(int c,char**v){
  if(c>2)usage();
  const char*text=c>1?v[1]:BIND;
  char*h=strdup(text);char*col=strrchr(h,':');
  if(!col)usage();
  *col=0;char*p=col+1;
  if(!*p||strspn(p,"0123456789")!=strlen(p)||strlen(p)>9||atoi(p)>65535)usage();
  if(*h=='['&&h[strlen(h)-1]==']'){h[strlen(h)-1]=0;h++;}
  signal(SIGPIPE,SIG_IGN);
  struct addrinfo hi={0},*a;hi.ai_socktype=SOCK_STREAM;
  int r=getaddrinfo(h,p,&hi,&a),s=-1,one=1;
  if(r){fprintf(stderr,"%s: %s\n",text,gai_strerror(r));return 1;}
  for(;a;a=a->ai_next){
    s=socket(a->ai_family,a->ai_socktype|SOCK_NONBLOCK,a->ai_protocol);if(s<0)continue;
    setsockopt(s,SOL_SOCKET,SO_REUSEADDR,&one,sizeof one);
    if(bind(s,a->ai_addr,a->ai_addrlen)==0&&listen(s,1024)==0)break;
    int e=errno;close(s);s=-1;errno=e;
  }
  if(s<0){fprintf(stderr,"%s: %s\n",text,strerror(errno));return 1;}
  for(;;){
    struct pollfd pf[MAXC+1];
    pf[0].fd=n<MAXC?s:-1;pf[0].events=POLLIN;pf[0].revents=0;
    int m=n;
    for(int i=0;i<m;i++){pf[i+1].fd=cl[i].fd;pf[i+1].events=POLLIN|(cl[i].nout?POLLOUT:0);pf[i+1].revents=0;}
    if(poll(pf,m+1,-1)<0)continue;
    for(int i=0;i<m;i++){
      if(cl[i].dead)continue;
      if(pf[i+1].revents&POLLOUT)flush(&cl[i]);
      if(pf[i+1].revents&(POLLIN|POLLHUP|POLLERR)){
        ssize_t k=recv(cl[i].fd,cl[i].in+cl[i].nin,MAXL-cl[i].nin,0);
        if(k<0){if(errno!=EAGAIN&&errno!=EINTR)cl[i].dead=1;continue;}
        if(k==0){if(cl[i].nin)relay(i,cl[i].in,cl[i].nin);cl[i].nin=0;cl[i].dead=1;continue;}
        cl[i].nin+=k;char*b=cl[i].in,*e=b+cl[i].nin,*q;
        while((q=memchr(b,'\n',e-b))){relay(i,b,q-b);b=q+1;}
        memmove(cl[i].in,b,e-b);cl[i].nin=e-b;
        if(cl[i].nin>=MAXL)cl[i].dead=1;
      }
    }
    if(pf[0].revents){
      struct sockaddr_storage w;socklen_t wl=sizeof w;int d;
      while(n<MAXC&&(d=accept4(s,(void*)&w,&wl,SOCK_NONBLOCK))>=0){
        struct cl*x=&cl[n++];memset(x,0,sizeof*x);x->fd=d;x->in=malloc(MAXL);
        getnameinfo((void*)&w,wl,x->ip,sizeof x->ip,0,0,NI_NUMERICHOST);wl=sizeof w;
      }
    }
    int j=0;
    for(int i=0;i<n;i++){if(cl[i].dead){close(cl[i].fd);free(cl[i].in);free(cl[i].out);}else cl[j++]=cl[i];}
    n=j;
  }
}
